// Tables for the tests of the notebook and the window: read as an import process reads them.
import { runImport } from '../../../src/main/imports/run-import';
import type { TableImport } from '../../../src/main/imports/result';
import { tableOf } from './kinds';

export const QUARTERS = `Metric,Company,Period,Value,Unit
Revenue,Harbour Tools,2026Q1,"1,200.5",USD m
Gross margin,Harbour Tools,2026Q1,41.5,%
EPS,Harbour Tools,2026Q1,0.61,USD/share
Revenue,Harbour Tools,2026Q2,"1,260.0",USD m
`;

export const readCsv = async (text: string, fileName = 'quarters.csv'): Promise<TableImport> =>
  tableOf(await runImport(new TextEncoder().encode(text), fileName));
