/** One named line of the Inspector. */
import type { ReactNode } from 'react';

export function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd data-selectable="">{children}</dd>
    </>
  );
}
