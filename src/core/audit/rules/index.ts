/** The rules in the order in which their findings are listed. Adding one touches its own file and this list. */
import type { Rule } from '../model/model';
import { ADJ01 } from './adj01';
import { ADJ02 } from './adj02';
import { ADJ03 } from './adj03';
import { CALC01 } from './calc01';
import { CALC02 } from './calc02';
import { CALC03 } from './calc03';
import { CALC04 } from './calc04';
import { CALC05 } from './calc05';
import { CALC06 } from './calc06';
import { CALC07 } from './calc07';
import { CALC08 } from './calc08';
import { CALC09 } from './calc09';
import { CALC10 } from './calc10';
import { CLS01 } from './cls01';
import { CLS02 } from './cls02';
import { CLS03 } from './cls03';
import { CLS04 } from './cls04';
import { CON01 } from './con01';
import { CON02 } from './con02';
import { CON03 } from './con03';
import { CON04 } from './con04';
import { CON05 } from './con05';
import { CON06 } from './con06';
import { CON07 } from './con07';
import { CON08 } from './con08';
import { DOC01 } from './doc01';
import { DOC02 } from './doc02';
import { DOC03 } from './doc03';
import { SRC01 } from './src01';
import { SRC02 } from './src02';
import { SRC03 } from './src03';
import { SRC04 } from './src04';
import { SRC05 } from './src05';
import { SRC06 } from './src06';
import { TIM01 } from './tim01';
import { TIM02 } from './tim02';
import { TIM03 } from './tim03';

export const RULES: readonly Rule[] = [
  CALC01,
  CALC02,
  CALC03,
  CALC04,
  CALC05,
  CALC06,
  CALC07,
  CALC08,
  CALC09,
  CALC10,
  CON01,
  CON02,
  CON03,
  CON04,
  CON05,
  CON06,
  CON07,
  CON08,
  SRC01,
  SRC02,
  SRC03,
  SRC04,
  SRC05,
  SRC06,
  CLS01,
  CLS02,
  CLS03,
  CLS04,
  ADJ01,
  ADJ02,
  ADJ03,
  TIM01,
  TIM02,
  TIM03,
  DOC01,
  DOC02,
  DOC03,
];
