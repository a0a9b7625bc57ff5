/**
 * Everything about one figure: its quote, why it has its class, who is cited, what was checked, where else it appears, how
 * it was read and what happened to it. The class, the review and the note can be set here.
 */
import './inspector.css';
import { useState } from 'react';
import { PROVENANCE_LABEL } from '../../../../../core/figure/provenance';
import { useQuery } from '../../../app/calls/use-query';
import { ErrorState, Loading } from '../../../kit/States';
import { CiteDialog } from '../CiteDialog';
import { Support } from '../Support';
import { Citations } from './Citations';
import { NoteField, PeriodField } from './fields';
import { Head } from './Head';
import { HowRead, Quote, Reading, TieOut, Why } from './Reading';
import { Row } from './Row';
import { Checks, History, Mentions } from './Traces';

export function Inspector({ figure }: { readonly figure: string }) {
  const { data, error } = useQuery('figure.detail', { id: figure });
  const [citing, setCiting] = useState(false);
  if (!data) {
    return <div className="inspector">{error ? <ErrorState error={error} /> : <Loading lines={5} />}</div>;
  }
  return (
    <section className="inspector" aria-label="Inspector" data-inspector={figure}>
      <Head figure={data.figure} />
      <dl>
        <Quote detail={data} />
        <Reading figure={data.figure} />
        <Row name="Period">
          <PeriodField key={`${data.figure.id} ${data.figure.period ?? ''}`} figure={data.figure} />
        </Row>
        <Row name={`Why ${PROVENANCE_LABEL[data.figure.provenance].toLowerCase()}`}>
          <Why figure={data.figure} />
        </Row>
        <Row name="Tie-out">
          <TieOut figure={data.figure} />
        </Row>
        <Citations detail={data} onCite={() => setCiting(true)} />
        <Row name="Support">
          <Support figure={data.figure} />
        </Row>
        <Checks checks={data.checks} />
        <Mentions mentions={data.mentions} />
        <Row name="Note">
          <NoteField key={`${data.figure.id} ${data.figure.note}`} figure={data.figure} />
        </Row>
        <History detail={data} />
        <HowRead readBy={data.readBy} />
      </dl>
      {citing && <CiteDialog figures={[data.figure]} onClose={() => setCiting(false)} />}
    </section>
  );
}
