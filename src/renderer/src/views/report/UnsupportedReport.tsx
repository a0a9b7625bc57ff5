/** A report with content that this editor does not support: its words are shown, and it is not changed. */
import { type ReportNode, readBody } from '../../../../core/report/body';
import type { ReportRecord } from '../../../../contract/records';
import { Bar } from '../shared/ViewRoot';

/** The text of what stands together: a paragraph, a heading, a cell; of what is not known, all of its words. */
function blocksOf(node: ReportNode): readonly string[] {
  const children = node.content ?? [];
  if (node.text !== undefined) return [node.text];
  if (children.some((child) => child.text !== undefined))
    return [children.map((child) => blocksOf(child).join(' ')).join('')];
  return children.flatMap(blocksOf);
}

export function UnsupportedReport({ report }: { readonly report: ReportRecord }) {
  const read = blocksOf(readBody(report.body));
  // Not even a document: what is stored is shown as it stands, rather than nothing.
  const blocks = read.length > 0 ? read : [JSON.stringify(report.body, null, 1)];
  return (
    <>
      <Bar>
        <span className="report-failed" role="status">
          Read only: this report holds something that this version of Tieout cannot edit. It is left as it is.
        </span>
      </Bar>
      <div className="report-page" data-unheld="">
        <h1 className="report-title">{report.title}</h1>
        <div className="report-text" data-selectable="">
          {blocks.map((block, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- nothing moves in a text that cannot be edited
            <p key={index}>{block}</p>
          ))}
        </div>
      </div>
    </>
  );
}
