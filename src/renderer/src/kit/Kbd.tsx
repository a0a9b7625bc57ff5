/** A key chord drawn as keys. */
import { shownKeys } from './shortcuts';

export function Kbd({ chord }: { readonly chord: string }) {
  return (
    <span className="keys">
      {shownKeys(chord).map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
