import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../src/main/app/settings/args';

const read = (...argv: string[]) => readArguments(argv, 1, '/home/ana');

describe('arguments', () => {
  it.each([
    [['.'], null],
    [['.', 'a.tieout'], '/home/ana/a.tieout'],
    [['--no-sandbox', '.', '--theme=dark', '/data/b.tieout'], '/data/b.tieout'],
    [['--inspect=0', '--remote-debugging-port=0', '.', '--user-data-dir', 'profile', 'c.tieout'], '/home/ana/c.tieout'],
  ])('finds the notebook in %j', (argv, notebook) => {
    expect(read(...argv).notebook).toBe(notebook);
  });

  it('takes nothing for the app folder once packaged', () => {
    expect(readArguments(['a.tieout'], 0, '/home/ana').notebook).toBe('/home/ana/a.tieout');
  });

  it('reads theme and profile, and drops a theme there is none of', () => {
    expect(read('.', '--theme=dark', '--user-data-dir=/p')).toMatchObject({ theme: 'dark', userDataDir: '/p' });
    expect(read('.', '--theme=pink').theme).toBeNull();
  });
});
