/** Some blocks of a long text together: drawn once they come near the view, and until then an empty box of about their height. */
import { memo } from 'react';
import { BlockView } from './BlockView';
import { type BlockGroup, estimatedHeight, inLists, startOf } from './groups';

interface Props {
  readonly index: number;
  readonly text: string;
  readonly group: BlockGroup;
  /** Part of a long text: laid out only near the view. */
  readonly isLong: boolean;
  readonly isDrawn: boolean;
}

export const TextGroup = memo(function TextGroup({ index, text, group, isLong, isDrawn }: Props) {
  const height = `auto ${estimatedHeight(group)}px`;
  return (
    <div
      className="reader-group"
      data-group={index}
      data-group-start={startOf(group)}
      style={isLong ? { contentVisibility: 'auto', containIntrinsicSize: height } : undefined}
    >
      {isDrawn && inLists(group).map((part) => <Part key={part.blocks[0]?.index} text={text} part={part} />)}
    </div>
  );
});

function Part({ text, part }: { readonly text: string; readonly part: ReturnType<typeof inLists>[number] }) {
  const blocks = part.blocks.map((drawn) => <BlockView key={drawn.index} text={text} drawn={drawn} />);
  return part.isList ? <div role="list">{blocks}</div> : blocks;
}
