// Which folders are synced by another program, and which files are its conflict copies.
import { expect, test } from 'vitest';
import { conflictCopies, syncedBy } from '../../../src/main/app/files/synced-folder';

test.each([
  ['/home/a/Dropbox/notes/R.tieout', 'Dropbox'],
  ['/home/a/Dropbox (Firm)/R.tieout', 'Dropbox'],
  ['/Users/a/OneDrive - Firm Ltd/R.tieout', 'OneDrive'],
  ['/Users/a/Library/Mobile Documents/com~apple~CloudDocs/R.tieout', 'iCloud Drive'],
  ['/Users/a/Library/CloudStorage/GoogleDrive-a@b.c/My Drive/R.tieout', 'Google Drive'],
  ['/home/a/Nextcloud/R.tieout', 'Nextcloud'],
  ['/home/a/坚果云/R.tieout', 'Nutstore'],
  ['/home/a/Documents/R.tieout', null],
  ['/home/a/Dropbox.tieout', null],
  ['/home/a/Boxes/R.tieout', null],
])('%s: %s', (path, program) => {
  expect(syncedBy(path)).toBe(program);
});

test('conflict copies are those of this notebook', () => {
  const names = [
    'R.tieout',
    "R (Ann's conflicted copy 2026-11-23).tieout",
    'R.sync-conflict-20261123-101010-ABCDEF.tieout',
    'R-冲突.tieout',
    'R (1).tieout',
    'R 2.tieout',
    'R.replaced-2026-11-23T040000.000Z.tieout',
    'Q (conflicted copy).tieout',
    'R (conflicted copy).pdf',
  ];
  expect(conflictCopies('/x/R.tieout', names)).toEqual(names.slice(1, 5));
});
