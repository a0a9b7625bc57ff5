/** Reader: the document that was opened, else the one read last, else an empty state. */
import './text/text.css';
import './reader.css';
import { useEffect } from 'react';
import { dispatch } from '../../app/commands';
import { usePlace } from '../../app/state/navigation';
import { isString, usePref } from '../../app/prefs';
import { useQuery } from '../../app/calls/use-query';
import { Button } from '../../kit/Button';
import { EmptyState, ErrorState, Loading } from '../../kit/States';
import { ViewRoot } from '../shared/ViewRoot';
import { ReaderPage } from './ReaderPage';

export default function ReaderView() {
  const { place, serial } = usePlace('reader');
  const [last, setLast] = usePref('reader.document', '', isString);
  const { data: documents, error: listError } = useQuery('document.list', {});
  const wanted = place?.document ?? last;
  const id = documents?.find((one) => one.id === wanted)?.id ?? documents?.[0]?.id ?? null;
  const { data: document, error } = useQuery('document.read', id === null ? null : { id });
  useEffect(() => {
    if (id !== null && id !== last) setLast(id);
  }, [id, last, setLast]);

  const failed = listError ?? error;
  const isEmpty = documents?.length === 0;
  return (
    <ViewRoot view="reader" label="Reader" ready={isEmpty || document !== undefined || failed !== null}>
      {failed && !document ? <ErrorState error={failed} /> : null}
      {isEmpty && <NothingToRead />}
      {!failed && !isEmpty && !document && <Loading lines={12} />}
      {document && documents && !isEmpty && (
        <ReaderPage key={document.summary.id} document={document} documents={documents} place={place} serial={serial} />
      )}
    </ViewRoot>
  );
}

function NothingToRead() {
  return (
    <EmptyState
      icon="reader"
      title="Nothing to read yet"
      actions={
        <Button look="primary" onClick={() => dispatch('import.file')}>
          Import files…
        </Button>
      }
    >
      Import an article, a note, a transcript or a filing as text, Markdown, HTML or PDF. Its figures appear underlined
      in the colour and with the letter of whoever vouches for them.
    </EmptyState>
  );
}
