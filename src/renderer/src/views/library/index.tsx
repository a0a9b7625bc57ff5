/** Library: the documents of the notebook, how well each ties out, and the way to get more of them. */
import './library.css';
import { useState } from 'react';
import type { DocumentSummary } from '../../../../contract/records';
import { dispatch } from '../../app/commands';
import { useQuery } from '../../app/calls/use-query';
import { Button } from '../../kit/Button';
import { EmptyState, ErrorState, Loading } from '../../kit/States';
import { Bar, ViewRoot } from '../shared/ViewRoot';
import { DocumentDialog } from './DocumentDialog';
import { DocumentTable } from './DocumentTable';
import { useLibraryCommands } from './library-commands';
import { RecentNotebooks } from './RecentNotebooks';
import { groupVersions, isNewest } from './version-order';

export default function LibraryView() {
  const { data: listed, error } = useQuery('document.list', {});
  const documents = listed && groupVersions(listed);
  const { data: info } = useQuery('notebook.info', {});
  const [selected, setSelected] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const edited = documents?.find((one) => one.id === editing);
  useLibraryCommands(documents?.find((one) => one.id === selected) ?? null, setEditing);
  return (
    <ViewRoot view="library" label="Library" ready={documents !== undefined || error !== null}>
      <div className="library">
        <section className="pane library-documents" aria-label="Documents">
          <DocumentsBar documents={documents} />
          {error && !documents && <ErrorState error={error} />}
          {!error && !documents && <Loading />}
          {documents?.length === 0 && <NoDocuments />}
          {documents && documents.length > 0 && (
            <DocumentTable documents={documents} selected={selected} onSelect={setSelected} onEdit={setEditing} />
          )}
        </section>
        <RecentNotebooks current={info?.path} />
      </div>
      {edited && <DocumentDialog document={edited} onClose={() => setEditing(null)} />}
    </ViewRoot>
  );
}

const pasteText = () => dispatch('import.paste');

function DocumentsBar({ documents }: { readonly documents: readonly DocumentSummary[] | undefined }) {
  return (
    <Bar title="Documents">
      {documents && <span className="dim">{documents.filter(isNewest).length}</span>}
      <span className="grow" />
      <Button look="quiet" icon="note" onClick={pasteText}>
        Paste text…
      </Button>
      <Button look="quiet" onClick={() => dispatch('import.folder')}>
        Import folder…
      </Button>
      <Button icon="import" onClick={() => dispatch('import.file')}>
        Import files…
      </Button>
    </Bar>
  );
}

function NoDocuments() {
  return (
    <EmptyState
      icon="import"
      title="Start with a document"
      actions={
        <>
          <Button look="primary" onClick={() => dispatch('import.file')}>
            Import files…
          </Button>
          <Button onClick={pasteText}>Paste text…</Button>
        </>
      }
    >
      <p>
        Drop an article, a note, a transcript or a filing here, as text, Markdown, HTML or PDF, or a table or
        bibliography. Tieout finds its figures, citations and argument, and says who vouches for each figure. You review
        what was found before anything is added.
      </p>
    </EmptyState>
  );
}
