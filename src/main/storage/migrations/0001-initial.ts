/** The notebook's first schema. Frozen once released: a change is a new migration, never an edit of this one. */
import type { Migration } from './migration';

const PROVENANCE = `('disclosed','management','consensus','third_party','inferred','derived','unclassified')`;
const ASSERTION = `('reported','guidance','commitment','forecast','target','scenario','threshold','score','opinion')`;
const UNIT = `('money','per_share','percent','percentage_points','bps','multiple','count','score','years','quarters',
  'months','weeks','days','hours','power_gw','energy','mass','volume','area','length','temperature','other')`;
const DECIMAL = (column: string): string =>
  `CHECK (${column} IS NULL OR (${column} NOT GLOB '*[^0-9.-]*' AND length(${column}) > 0))`;
const JSON_OF = (column: string, type: 'array' | 'object'): string =>
  `CHECK (json_valid(${column}) AND json_type(${column}) = '${type}')`;
const SPAN = 'CHECK (start_at >= 0 AND end_at >= start_at)';
const DOCUMENT = 'TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED';
const REF = (table: string, column = 'id'): string => `REFERENCES ${table} (${column}) DEFERRABLE INITIALLY DEFERRED`;

/** Rows of these two kinds of table are written once: triggers refuse what no code of ours does. */
const immutable = (table: string): string => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`;

const CONTENT = `
CREATE TABLE content (
  sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
  data BLOB NOT NULL
) STRICT;${immutable('content')}`;

const DOCUMENTS = `
CREATE TABLE document (
  id TEXT NOT NULL PRIMARY KEY,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  title TEXT NOT NULL,
  file_name TEXT,
  format TEXT NOT NULL CHECK (format IN ('text', 'markdown', 'html', 'pdf', 'docx', 'email', 'epub', 'filing', 'facts')),
  parser TEXT NOT NULL,
  parser_version INTEGER NOT NULL,
  encoding TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  characters INTEGER NOT NULL CHECK (characters >= 0),
  original_sha256 TEXT NOT NULL ${REF('content', 'sha256')},
  text_sha256 TEXT NOT NULL ${REF('content', 'sha256')},
  layout_sha256 TEXT NOT NULL ${REF('content', 'sha256')},
  pages_sha256 TEXT ${REF('content', 'sha256')},
  minhash TEXT NOT NULL,
  url TEXT,
  author TEXT,
  publisher TEXT,
  published TEXT,
  language TEXT NOT NULL,
  as_of TEXT,
  entity TEXT,
  period TEXT,
  fiscal_year_end_month INTEGER NOT NULL CHECK (fiscal_year_end_month BETWEEN 1 AND 12),
  undisclosed TEXT NOT NULL ${JSON_OF('undisclosed', 'array')},
  problems TEXT NOT NULL ${JSON_OF('problems', 'array')},
  edited TEXT NOT NULL ${JSON_OF('edited', 'array')},
  removed TEXT NOT NULL ${JSON_OF('removed', 'array')},
  version INTEGER NOT NULL CHECK (version >= 1),
  replaces TEXT,
  imported_at TEXT NOT NULL
) STRICT;
CREATE TABLE section (
  id TEXT NOT NULL PRIMARY KEY,
  document ${DOCUMENT},
  idx INTEGER NOT NULL CHECK (idx >= 0),
  heading TEXT NOT NULL,
  title TEXT NOT NULL,
  numeral TEXT,
  level INTEGER NOT NULL,
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  body_end INTEGER NOT NULL,
  role TEXT NOT NULL,
  language TEXT NOT NULL,
  UNIQUE (document, idx),
  ${SPAN}
) STRICT;
CREATE TABLE table_data (
  id TEXT NOT NULL PRIMARY KEY,
  document ${DOCUMENT},
  idx INTEGER NOT NULL CHECK (idx >= 0),
  section INTEGER NOT NULL,
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  caption TEXT,
  head TEXT NOT NULL ${JSON_OF('head', 'array')},
  body TEXT NOT NULL ${JSON_OF('body', 'array')},
  UNIQUE (document, idx),
  ${SPAN}
) STRICT;`;

const SOURCES = `
CREATE TABLE source (
  id TEXT NOT NULL PRIMARY KEY,
  csl TEXT NOT NULL ${JSON_OF('csl', 'object')},
  tier TEXT NOT NULL CHECK (tier IN ('filing', 'company', 'transcript', 'data', 'press', 'research', 'other')),
  document TEXT ${REF('document')},
  edited INTEGER NOT NULL CHECK (edited IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX source_document ON source (document);
CREATE TABLE citation (
  id TEXT NOT NULL PRIMARY KEY,
  document ${DOCUMENT},
  idx INTEGER NOT NULL,
  marker TEXT NOT NULL,
  style TEXT NOT NULL,
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  source TEXT ${REF('source')},
  locator TEXT,
  scopes TEXT NOT NULL ${JSON_OF('scopes', 'array')},
  ${SPAN}
) STRICT;
CREATE INDEX citation_document ON citation (document, idx);
CREATE INDEX citation_source ON citation (source);`;

const FIGURES = `
CREATE TABLE figure (
  id TEXT NOT NULL PRIMARY KEY,
  document TEXT ${REF('document')},
  position INTEGER NOT NULL,
  start_at INTEGER,
  end_at INTEGER,
  section INTEGER,
  quote TEXT NOT NULL,
  value TEXT NOT NULL,
  scale INTEGER NOT NULL CHECK (scale BETWEEN 0 AND 15),
  low TEXT ${DECIMAL('low')},
  high TEXT ${DECIMAL('high')},
  low_exponent INTEGER NOT NULL,
  high_exponent INTEGER NOT NULL,
  unit TEXT NOT NULL CHECK (unit IN ${UNIT}),
  currency TEXT,
  qualifier TEXT NOT NULL CHECK (qualifier IN ('none', 'approx', 'at-least', 'at-most', 'up-to', 'range')),
  approximate INTEGER NOT NULL CHECK (approximate IN (0, 1)),
  strict INTEGER NOT NULL CHECK (strict IN (0, 1)),
  direction TEXT CHECK (direction IN ('up', 'down')),
  kind TEXT NOT NULL CHECK (kind IN ('level','growth','delta','ratio','bps','duration','count','target','rating','price')),
  metric TEXT,
  metric_label TEXT,
  entity TEXT,
  period TEXT,
  basis TEXT,
  per TEXT,
  assertion TEXT NOT NULL CHECK (assertion IN ${ASSERTION}),
  provenance TEXT NOT NULL CHECK (provenance IN ${PROVENANCE}),
  inherited_class TEXT CHECK (inherited_class IN ${PROVENANCE}),
  cue TEXT NOT NULL ${JSON_OF('cue', 'object')},
  reading TEXT NOT NULL ${JSON_OF('reading', 'object')},
  edited TEXT NOT NULL ${JSON_OF('edited', 'array')},
  review TEXT NOT NULL CHECK (review IN ('unreviewed', 'ticked', 'disputed')),
  reviewed_at TEXT,
  note TEXT NOT NULL,
  CHECK ((document IS NULL) = (start_at IS NULL) AND (document IS NULL) = (end_at IS NULL)),
  CHECK (start_at IS NULL OR (start_at >= 0 AND end_at > start_at))
) STRICT;
CREATE INDEX figure_position ON figure (position);
CREATE INDEX figure_document ON figure (document, start_at);
CREATE INDEX figure_metric ON figure (metric, entity, period);
CREATE TABLE citation_figure (
  id TEXT NOT NULL PRIMARY KEY,
  figure TEXT NOT NULL ${REF('figure')},
  citation TEXT NOT NULL ${REF('citation')},
  via TEXT NOT NULL CHECK (via IN ('clause', 'lead-in')),
  position INTEGER NOT NULL,
  UNIQUE (figure, citation)
) STRICT;
CREATE INDEX citation_figure_citation ON citation_figure (citation);
CREATE TABLE link (
  id TEXT NOT NULL PRIMARY KEY,
  figure TEXT NOT NULL ${REF('figure')},
  source TEXT NOT NULL ${REF('source')},
  locator TEXT,
  created_at TEXT NOT NULL,
  UNIQUE (figure, source)
) STRICT;
CREATE INDEX link_source ON link (source);`;

const ARGUMENT = `
CREATE TABLE annotation (
  id TEXT NOT NULL PRIMARY KEY,
  document ${DOCUMENT},
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  body TEXT NOT NULL,
  colour TEXT NOT NULL CHECK (colour IN ('yellow', 'green', 'blue', 'red')),
  tags TEXT NOT NULL ${JSON_OF('tags', 'array')},
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  ${SPAN}
) STRICT;
CREATE INDEX annotation_document ON annotation (document, start_at);
CREATE TABLE structure_item (
  id TEXT NOT NULL PRIMARY KEY,
  type TEXT NOT NULL CHECK (type IN ('thesis','stance','horizon','score','driver','scenario','priced_in','not_priced_in',
    'risk','indicator','target','event','catalyst','party','flow','undisclosed','disclaimer')),
  document TEXT ${REF('document')},
  start_at INTEGER,
  end_at INTEGER,
  quote TEXT NOT NULL,
  label TEXT NOT NULL,
  fields TEXT NOT NULL ${JSON_OF('fields', 'object')},
  figures TEXT NOT NULL ${JSON_OF('figures', 'array')},
  rule TEXT NOT NULL,
  edited INTEGER NOT NULL CHECK (edited IN (0, 1)),
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX structure_document ON structure_item (document, position);
CREATE TABLE note (
  id TEXT NOT NULL PRIMARY KEY,
  body TEXT NOT NULL,
  figure TEXT ${REF('figure')},
  document TEXT ${REF('document')},
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX note_figure ON note (figure);
CREATE INDEX note_document ON note (document);
CREATE TABLE report (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  language TEXT NOT NULL,
  words INTEGER NOT NULL,
  figures TEXT NOT NULL ${JSON_OF('figures', 'array')},
  sources TEXT NOT NULL ${JSON_OF('sources', 'array')},
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE TABLE saved_view (
  id TEXT NOT NULL PRIMARY KEY,
  place TEXT NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (json_valid(state)),
  UNIQUE (place, name)
) STRICT;`;

/** Derived tables are rebuilt from the records; `finding_status` and `rule_off` are the analyst's own, the score's history is kept as it was. */
const AUDIT = `
CREATE TABLE finding (
  key TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL,
  rule TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info', 'ok')),
  message TEXT NOT NULL,
  document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  section TEXT,
  figures TEXT NOT NULL ${JSON_OF('figures', 'array')},
  spans TEXT NOT NULL ${JSON_OF('spans', 'array')},
  claimed TEXT,
  computed TEXT,
  gap TEXT,
  expression TEXT,
  verdict TEXT CHECK (verdict IN ('tied', 'tied_within_rounding', 'conflict', 'not_computable'))
) STRICT;
CREATE INDEX finding_document ON finding (document, position);
CREATE TABLE finding_figure (
  figure TEXT NOT NULL REFERENCES figure (id) ON DELETE CASCADE,
  finding TEXT NOT NULL REFERENCES finding (key) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY (figure, finding)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_figure_finding ON finding_figure (finding, position);
CREATE TABLE figure_audit (
  figure TEXT NOT NULL PRIMARY KEY REFERENCES figure (id) ON DELETE CASCADE,
  tied INTEGER NOT NULL CHECK (tied IN (0, 1)),
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE finding_status (
  id TEXT NOT NULL PRIMARY KEY,
  rule TEXT NOT NULL,
  figure TEXT,
  status TEXT NOT NULL CHECK (status IN ('accepted', 'dismissed', 'explained')),
  reason TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX finding_status_figure ON finding_status (figure, rule);
CREATE TABLE rule_off (
  id TEXT NOT NULL PRIMARY KEY,
  reason TEXT NOT NULL CHECK (length(reason) > 0),
  at TEXT NOT NULL
) STRICT;
CREATE TABLE score_history (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  figures INTEGER NOT NULL CHECK (figures >= 0),
  tied INTEGER NOT NULL CHECK (tied BETWEEN 0 AND figures),
  open_findings INTEGER NOT NULL CHECK (open_findings >= 0)
) STRICT;${immutable('score_history')}`;

const HISTORY = `
CREATE TABLE change (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  label TEXT NOT NULL CHECK (length(label) > 0),
  kind TEXT NOT NULL CHECK (kind IN ('edit', 'import', 'undo', 'redo', 'restore')),
  at TEXT NOT NULL,
  records INTEGER NOT NULL CHECK (records >= 0),
  step INTEGER NOT NULL
) STRICT;
CREATE TABLE change_row (
  change INTEGER NOT NULL REFERENCES change (id),
  seq INTEGER NOT NULL,
  tbl TEXT NOT NULL,
  record TEXT NOT NULL,
  before ANY CHECK (before IS NULL OR typeof(before) = 'blob' OR json_valid(before)),
  after ANY CHECK (after IS NULL OR typeof(after) = 'blob' OR json_valid(after)),
  UNIQUE (change, seq),
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;
CREATE INDEX change_row_record ON change_row (tbl, record);
${immutable('change')}${immutable('change_row')}
CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT;`;

/** `search` holds no text of its own: it indexes `search_entry`, and triggers keep the two in step. */
const SEARCH = `
CREATE TABLE search_entry (
  id INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  ref TEXT NOT NULL,
  document TEXT,
  start_at INTEGER,
  end_at INTEGER,
  title TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX search_entry_ref ON search_entry (kind, ref);
CREATE VIRTUAL TABLE search USING fts5 (
  title, body, content = 'search_entry', content_rowid = 'id', tokenize = 'trigram'
);
CREATE TRIGGER search_entry_insert AFTER INSERT ON search_entry BEGIN
  INSERT INTO search (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
CREATE TRIGGER search_entry_delete AFTER DELETE ON search_entry BEGIN
  INSERT INTO search (search, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
END;
CREATE TRIGGER search_entry_update AFTER UPDATE ON search_entry BEGIN
  INSERT INTO search (search, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
  INSERT INTO search (rowid, title, body) VALUES (new.id, new.title, new.body);
END;`;

export const initial: Migration = {
  version: 1,
  name: '0001-initial',
  up: (db) => {
    for (const part of [CONTENT, DOCUMENTS, SOURCES, FIGURES, ARGUMENT, AUDIT, HISTORY, SEARCH]) db.exec(part);
  },
};
