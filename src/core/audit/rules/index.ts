/** The rules in the order in which their findings are listed. Adding one touches its own file and this list. */
import type { Rule } from '../model';
import { CALC01 } from './calc01';
import { CALC02 } from './calc02';
import { CALC03 } from './calc03';
import { CALC04 } from './calc04';
import { CALC05 } from './calc05';
import { CALC06 } from './calc06';
import { CALC08 } from './calc08';
import { CALC09 } from './calc09';
import { CLS01 } from './cls01';
import { CLS02 } from './cls02';
import { CON01 } from './con01';
import { CON05 } from './con05';
import { SRC01 } from './src01';
import { SRC02 } from './src02';
import { TIM01 } from './tim01';

export const RULES: readonly Rule[] = [
  CALC01,
  CALC02,
  CALC03,
  CALC04,
  CALC05,
  CALC06,
  CALC08,
  CALC09,
  CON01,
  CON05,
  SRC01,
  SRC02,
  CLS01,
  CLS02,
  TIM01,
];
