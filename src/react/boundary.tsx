import type { ComponentType, ReactNode } from 'react';
import { Component } from 'react';

/** Props of `Boundary`. */
export interface BoundaryProps {
  /** In place of what broke; its `onAgain` renders that once more. */
  instead: ComponentType<{ onAgain: () => void }>;
  children: ReactNode;
}

/** Keeps what breaks in one section from taking the host's page along. React reports the error as ever. */
export class Boundary extends Component<BoundaryProps, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    const { instead: Instead } = this.props;
    return <Instead onAgain={() => this.setState({ broken: false })} />;
  }
}
