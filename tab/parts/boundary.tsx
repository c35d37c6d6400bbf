import { Component, type ReactNode } from 'react';
import { Failed } from './states.tsx';

/** When a page breaks while it is drawn, the rest of the tab stands and one can try again. */
export class Boundary extends Component<{ children: ReactNode }, { cause: unknown }> {
  override state: { cause: unknown } = { cause: undefined };

  static getDerivedStateFromError(cause: unknown) {
    return { cause };
  }

  override render() {
    if (this.state.cause === undefined) return this.props.children;
    return <Failed cause={this.state.cause} onRetry={() => this.setState({ cause: undefined })} />;
  }
}
