import { Alert, Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTexts } from '../shared/i18n/language';
import { texts } from '../shared/i18n/texts';

const text = texts(
  { title: '页面出错了', what: '这是程序的问题。刷新后若仍出现，请把下面的文字告诉管理员。', reload: '刷新页面' },
  {
    title: 'This page failed',
    what: 'That is our fault. If it comes again after a reload, tell the operator what stands below.',
    reload: 'Reload',
  },
);

function Broken({ error }: { error: Error }) {
  const t = useTexts(text);
  return (
    <Alert color="red" title={t.title} role="alert" m="md">
      {t.what}
      <pre>{error.message}</pre>
      <Button
        size="xs"
        onClick={() => {
          location.reload();
        }}
      >
        {t.reload}
      </Button>
    </Alert>
  );
}

/** Keeps the rest of the page when a view fails, or its part of the bundle is gone. */
export class Boundary extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {};

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    return this.state.error ? <Broken error={this.state.error} /> : this.props.children;
  }
}
