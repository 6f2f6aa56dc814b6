import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';

/** The address if it leads to a web page; data may hold anything, javascript: too. */
export function webAddress(url: string | null | undefined): string | undefined {
  if (!url) return undefined;
  try {
    const { protocol, href } = new URL(url);
    return protocol === 'http:' || protocol === 'https:' ? href : undefined;
  } catch {
    return undefined;
  }
}

/** A link to elsewhere; what is no web address is shown as text. */
export function SafeLink({ url, children }: { url: string | null | undefined; children: ReactNode }) {
  const href = webAddress(url);
  if (!href) return <>{children}</>;
  return (
    <Anchor href={href} target="_blank" rel="noopener noreferrer" inherit>
      {children}
    </Anchor>
  );
}
