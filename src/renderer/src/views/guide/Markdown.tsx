/** Draws a page of the guide: its Markdown as elements, links to other pages as buttons. Only our own pages come here. */
import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { createElement, Fragment, type ReactNode } from 'react';
import { PICTURES, placeOf } from './pages';

interface Props {
  readonly text: string;
  /** The page's own place in docs, from which its links are read. */
  readonly page: string;
  readonly onOpen: (page: string) => void;
}

/** Elements that need nothing but their children. */
const PLAIN: Readonly<Record<string, string>> = {
  paragraph: 'p',
  strong: 'b',
  emphasis: 'i',
  listItem: 'li',
  blockquote: 'blockquote',
};

export function Markdown({ text, page, onOpen }: Props) {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const children = (node: Parents): ReactNode =>
    node.children.map((child, index) => (
      // The page is drawn once and never changes.
      // oxlint-disable-next-line react/no-array-index-key
      <Fragment key={index}>{draw(child)}</Fragment>
    ));
  const draw = (node: Nodes): ReactNode => {
    if (node.type === 'text') return node.value;
    if (node.type === 'inlineCode') return <code>{node.value}</code>;
    if (node.type === 'code') return <pre>{node.value}</pre>;
    if (node.type === 'image') return <img src={PICTURES.get(placeOf(node.url, page))} alt={node.alt ?? ''} />;
    if (node.type === 'table') return <Table rows={node.children.map((row) => row.children.map(children))} />;
    if (node.type === 'heading') return createElement(`h${node.depth + 1}`, null, children(node));
    if (node.type === 'list') return createElement(node.ordered ? 'ol' : 'ul', null, children(node));
    if (node.type === 'link' && !node.url.startsWith('#')) {
      return (
        <button type="button" className="link" onClick={() => onOpen(placeOf(node.url, page))}>
          {children(node)}
        </button>
      );
    }
    return 'children' in node ? createElement(PLAIN[node.type] ?? Fragment, null, children(node)) : null;
  };
  return <>{draw(tree)}</>;
}

function Table({ rows: [head = [], ...rows] }: { readonly rows: readonly (readonly ReactNode[])[] }) {
  const cells = (row: readonly ReactNode[], tag: 'th' | 'td') =>
    // Columns of a page that never changes.
    // oxlint-disable-next-line react/no-array-index-key
    row.map((cell, index) => createElement(tag, { key: index }, cell));
  return (
    <table>
      <thead>
        <tr>{cells(head, 'th')}</tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- as above
          <tr key={index}>{cells(row, 'td')}</tr>
        ))}
      </tbody>
    </table>
  );
}
