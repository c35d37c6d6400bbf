/**
 * A link that opens one person's own page, as JavaScript and PostgreSQL both read it; its path is the group. What opens
 * it is 256 bits, 43 characters of base64url.
 */
export const personalLink = '(/[a-z]+/)[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])';
