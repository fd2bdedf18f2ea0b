import { Component, type ReactNode } from 'react';
import { FailedState } from '../ui/States.tsx';

/** A screen that breaks says so in its own place; frame, status line and all other screens go on. */
export class ScreenBoundary extends Component<
  { title: string; children: ReactNode },
  { error: Error | null }
> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <FailedState
        what={`${this.props.title} cannot be shown`}
        why={this.state.error.message}
        stillWorks="every other screen, the alarms and the status line."
        onAgain={() => this.setState({ error: null })}
      />
    );
  }
}
