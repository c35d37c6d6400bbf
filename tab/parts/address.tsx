import { Link } from '@fluentui/react-components';

/** An address to write to. Where it does not fit in one line it breaks before the @, and not within a word. */
export function Address({ email }: { readonly email: string }) {
  const [name = '', ...hosts] = email.split('@');
  return (
    <Link href={`mailto:${email}`}>
      {name}
      {hosts.map((host) => (
        <span key={host}>
          <wbr />@{host}
        </span>
      ))}
    </Link>
  );
}
