/** Whom a Chinese text without a title is about, by how it opens: "南港医药2025年二季度业绩超预期". */
import nameData from '../../../../../resources/lexicon/names.json';
import type { Layout } from '../../../document/model';
import { occurrences } from '../../../base/occurrences';

const OPENS =
  /^[\s#*“"【]{0,6}([\u4e00-\u9fffA-Za-z]{2,10}?)(?:[（(][^（()）\n]{1,24}[)）])?(?:在|于)?(?:20\d\d\s?年|第?[一二三四]季度|上半年|下半年|前三季度|发布|公布|披露|近日|今日宣布)/u;
const HEAD_BLOCKS = 6;
const LONG_ENOUGH = 20;
/** The opening and once more. */
const TWICE = 2;
const NO_NAME =
  /^(?:该|本|其|我们|公司|整体|预计|截至|根据|随着|自|从|在|于|对|以|今年|去年|当前|目前|中国|美国|全球|全国|国内|海外)|[的了是将和与及]$/u;
const generic: readonly string[] = [...nameData.hanTopics, ...nameData.hanGeneric];

/** The name before the first date or announcement of the first paragraph; null where the text does not use it again. */
export function openingName({ text, blocks }: Layout): string | null {
  for (const { kind, contentStart, end } of blocks.slice(0, HEAD_BLOCKS)) {
    if (kind === 'heading' || end - contentStart < LONG_ENOUGH) continue;
    const name = OPENS.exec(text.slice(contentStart, Math.min(end, contentStart + 80)))?.[1];
    if (name === undefined || NO_NAME.test(name) || generic.some((word) => name.includes(word))) return null;
    return occurrences(text, name, TWICE) >= TWICE ? name : null;
  }
  return null;
}
