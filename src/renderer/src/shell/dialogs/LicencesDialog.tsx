/** Every package that ships with Tieout, with its version and the text of its licence. */
import { useEffect, useState } from 'react';
import type licences from '../../../../../resources/licences.json';
import { plural } from '../../kit/format';
import { Dialog } from '../../app/dialogs/dialogs';
import { closeOverlay } from '../../app/state/overlays';
import { start } from '../../app/calls/run';

type Licences = typeof licences;

export function LicencesDialog() {
  const [list, setList] = useState<Licences | null>(null);
  // Half a megabyte that hardly anybody asks for.
  useEffect(() => start(import('../../../../../resources/licences.json').then((found) => setList(found.default))), []);
  return (
    <Dialog isText title="Licences" width={640} className="licences" onClose={closeOverlay}>
      {list && (
        <>
          <p className="dim">
            Tieout is under the MIT licence and ships with {plural(list.packages.length, 'package')}, each under its
            own.
          </p>
          <ul className="licence-list" data-selectable="">
            {list.packages.map(({ name, version, licence, text }) => (
              <li key={`${name}@${version}`}>
                <details>
                  <summary>
                    <span className="grow">{name}</span>
                    <span className="dim">
                      {version} · {licence ?? 'no licence named'}
                    </span>
                  </summary>
                  <pre>{text === null ? 'The package brings no text of its licence along.' : list.texts[text]}</pre>
                </details>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
