/** Every shortcut that works where the person is now, from the command registry itself, so that it is never out of date. */
import { GRID_KEYS } from '../../kit/grid/select/keys';
import { Kbd } from '../../kit/Kbd';
import { type Command, registry } from '../../app/commands';
import { Dialog } from '../../app/dialogs/dialogs';
import { closeOverlay } from '../../app/state/overlays';
import { useStore } from '../../app/state/store';
import { TEXT_KEYS } from '../../views/reader/text/extend-selection';
import { groupBy } from '../../../../core/base/group';

export function HelpSheet() {
  const commands = useStore(registry);
  return (
    <Dialog isText title="Keyboard shortcuts" width={760} className="help-sheet" onClose={closeOverlay}>
      {groups(commands).map(([group, list]) => (
        <section key={group}>
          <h3>{group}</h3>
          <dl>
            {list.map((command) => (
              <div key={command.id}>
                <dt>{command.label}</dt>
                <dd>
                  {(command.keys ?? []).map((chord) => (
                    <Kbd key={chord} chord={chord} />
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Keys title="In a grid" keys={GRID_KEYS} />
      <Keys title="In the text of a document" keys={TEXT_KEYS} />
    </Dialog>
  );
}

interface KeysProps {
  readonly title: string;
  readonly keys: readonly (readonly [label: string, ...chords: string[]])[];
}

function Keys({ title, keys }: KeysProps) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {keys.map(([label, ...chords]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {chords.map((chord) => (
                <Kbd key={chord} chord={chord} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Commands with keys, by group, each id once, in the order of registration. */
export function groups(commands: readonly Command[]): readonly (readonly [string, readonly Command[]])[] {
  const keyed = commands.filter(({ keys }) => keys?.length);
  const once = keyed.filter(({ id }, index) => keyed.findIndex((other) => other.id === id) === index);
  return [...groupBy(once, ({ group }) => group)];
}
