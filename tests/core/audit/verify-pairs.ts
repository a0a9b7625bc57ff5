/** Claims and evidence of our own, true and false of each kind, in the styles of filings, releases, notes and statements. */
export interface Pair {
  readonly claim: string;
  readonly holds: boolean;
}

export interface Case {
  readonly name: string;
  readonly evidence: readonly string[];
  readonly pairs: readonly Pair[];
}

const yes = (claim: string): Pair => ({ claim, holds: true });
const no = (claim: string): Pair => ({ claim, holds: false });

const SEGMENTS = `The following table presents revenue by line (in thousands):

| | Year Ended December 31, |
| | 2024 | 2023 |
| Product | $ | 110,240 | $ | 100,180 |
| Service | 125,310 | 100,950 |
| Licensing | 14,600 | 21,300 |
| Total revenue | $ | 250,150 | $ | 222,430 |`;

const QUARTERS = `(In millions, except per share amounts)
\tThree Months Ended June 30,\tNine Months Ended June 30,
\t2025\t2024\t2025\t2024
Net sales\t$ 812.4\t$ 770.1\t$ 2,401.9\t$ 2,250.6
Operating income\t96.5\t101.2\t280.7\t262.3
Net income (loss)\t(12.8)\t35.4\t61.0\t98.2
Diluted earnings per share\t$ (0.21)\t$ 0.58\t$ 1.01\t$ 1.61`;

const NOTES = `| Item | FY2021 | FY2022 | FY2023 |
|---|---|---|---|
| Reserves | 412 | 430 | 455 |
| Deferred tax assets | 1,204 | 1,150 | 1,316 |
| Effective tax rate (%) | 24.5 | 22.0 | 21.3 |
| Headcount | 5,100 | 5,350 | 5,900 |`;

const SPACED = `CONSOLIDATED BALANCE SHEETS
(dollars in millions)
                               March 31, 2025    March 31, 2024
Cash and cash equivalents             418.2            502.9
Trade receivables                     266.0            241.7
Total current assets                  801.5            856.3
Total current liabilities             390.4            371.2
Total assets                        2,914.8          2,877.0`;

const PLANS = `| Name | Shares owned | Percent of class |
| Ada Quill | 1,205,400 | 6.1 | % |
| Ben Orr | 402,300 | 2.0 | % |
| All directors as a group | 2,310,900 | 11.7 | % |`;

export const CASES: readonly Case[] = [
  {
    name: 'rows and years of a statement',
    evidence: [SEGMENTS],
    pairs: [
      yes('Product revenue was $110.24 million in 2024.'),
      no('Product revenue was $125.31 million in 2024.'),
      no('Product revenue was $100.18 million in 2024.'),
      yes('Service revenue was $100,950 thousand in 2023.'),
      no('Service revenue was $100,180 thousand in 2023.'),
      yes('Total revenue reached $250.15 million in 2024.'),
      no('Total revenue reached $222.43 million in 2024.'),
      yes('Product revenue grew 10.04% from 2023 to 2024.'),
      no('Product revenue grew 24.13% from 2023 to 2024.'),
      yes('Service revenue grew 24.13% from 2023 to 2024.'),
      yes('Licensing revenue decreased by $6.7 million in 2024.'),
      no('Licensing revenue increased by $6.7 million in 2024.'),
      yes('Licensing revenue fell 31.5% from 2023 to 2024.'),
      no('Licensing revenue rose 31.5% from 2023 to 2024.'),
      yes('Service accounted for 50.1% of total revenue in 2024.'),
      no('Service accounted for 56.3% of total revenue in 2024.'),
      yes('Product and Licensing revenue together were $124.84 million in 2024.'),
      no('Product and Licensing revenue together were $121.48 million in 2024.'),
      yes('The average Product revenue for 2023 and 2024 was $105.21 million.'),
      no('Product revenue rose 10.04 percentage points from 2023 to 2024.'),
    ],
  },
  {
    name: 'quarters beside nine months',
    evidence: [QUARTERS],
    pairs: [
      yes('Net sales were $812.4 million in the three months ended June 30, 2025.'),
      no('Net sales were $812.4 million in the nine months ended June 30, 2025.'),
      no('Net sales were $770.1 million in the three months ended June 30, 2025.'),
      yes('Operating income for the nine months ended June 30, 2025 was $280.7 million.'),
      no('Operating income for the nine months ended June 30, 2025 was $262.3 million.'),
      yes('The net loss was $12.8 million in the three months ended June 30, 2025.'),
      no('Net income was $12.8 million in the three months ended June 30, 2025.'),
      yes('Diluted earnings per share were $0.58 in the three months ended June 30, 2024.'),
      no('Diluted earnings per share were $1.61 in the three months ended June 30, 2024.'),
      yes('Operating margin was 11.9% in the three months ended June 30, 2025.'),
      no('Operating margin was 12.5% in the three months ended June 30, 2025.'),
      no(
        'Operating income increased in the three months ended June 30, 2025 compared to the three months ended June 30, 2024.',
      ),
      yes(
        'Operating income decreased in the three months ended June 30, 2025 compared to the three months ended June 30, 2024.',
      ),
    ],
  },
  {
    name: 'bare numbers and several years',
    evidence: [NOTES],
    pairs: [
      yes('The change in reserves from 2021 to 2022 is 18.'),
      no('The change in reserves from 2021 to 2022 is 25.'),
      no('The change in reserves from 2021 to 2022 is 19.'),
      yes('The average deferred tax assets for FY2021, FY2022 and FY2023 is 1,223.33.'),
      yes('Headcount was 5,900 in FY2023.'),
      no('Headcount was 5,350 in FY2023.'),
      yes('The effective tax rate was 22.0% in FY2022.'),
      no('The effective tax rate was 24.5% in FY2022.'),
      yes('The effective tax rate fell by 2.5 percentage points from FY2021 to FY2022.'),
      no('The effective tax rate fell by 10.2 percentage points from FY2021 to FY2022.'),
      yes('Deferred tax assets in F23 were 1,316.'),
      no('Reserves in F23 were 1,316.'),
    ],
  },
  {
    name: 'columns kept apart by spaces',
    evidence: [SPACED],
    pairs: [
      yes('Cash and cash equivalents were $418.2 million at March 31, 2025.'),
      no('Cash and cash equivalents were $502.9 million at March 31, 2025.'),
      yes('The current ratio was 2.05 at March 31, 2025.'),
      yes('Trade receivables rose 10.1% between March 31, 2024 and March 31, 2025.'),
      no('Trade receivables fell 10.1% between March 31, 2024 and March 31, 2025.'),
      no('Total assets were $801.5 million at March 31, 2025.'),
    ],
  },
  {
    name: 'names down, quantities across',
    evidence: [PLANS],
    pairs: [
      yes('Ada Quill owned 1,205,400 shares.'),
      no('Ben Orr owned 1,205,400 shares.'),
      yes('Ben Orr held 2.0% of the class.'),
      no('Ben Orr held 6.1% of the class.'),
    ],
  },
  {
    name: 'sentences with two years',
    evidence: [
      'The partnership distributed $863,852 in 2023 and $830,151 in 2022. Rent expense was $54,600 and $42,000 for the years ended December 31, 2025 and 2024, respectively.',
    ],
    pairs: [
      yes('The partnership distributed $863,852 in 2023.'),
      no('The partnership distributed $830,151 in 2023.'),
      yes('Rent expense was $42,000 in 2024.'),
      no('Rent expense was $42,000 in 2025.'),
      yes('Rent expense increased by 30% from 2024 to 2025.'),
      no('Rent expense decreased by 30% from 2024 to 2025.'),
    ],
  },
  {
    name: 'labels that lead',
    evidence: [
      'In 2022 revenue was $5.0 billion, in 2023 $6.0 billion. FY22 capex $1.1B, FY23 capex $1.4B, FY24 capex $1.9B.',
    ],
    pairs: [
      yes('Revenue was $6.0 billion in 2023.'),
      no('Revenue was $5.0 billion in 2023.'),
      yes('Capex was $1.4B in FY23.'),
      no('Capex was $1.9B in FY23.'),
      yes('Revenue grew 20% from 2022 to 2023.'),
    ],
  },
  {
    name: 'words of a release',
    evidence: [
      'Volumes rose 6%. Prices rose 5%. We now expect full-year earnings of $17.00 to $17.50 per share. Churn fell to 57.1% of the base.',
      'Gross margin improved to 54.4% from 53.0% a year ago. We repurchased 2,000 shares at an average price of $15 per share.',
    ],
    pairs: [
      no('EPS were $1.20.'),
      no('The company guided to $17.00 to $20.53 per share.'),
      yes('The company expects earnings of $17.00 to $17.50 per share.'),
      yes('The midpoint of expected earnings is $17.25 per share.'),
      no('Margins were between 56.5% and 66.1%.'),
      yes('Gross margin rose 1.4 percentage points.'),
      no('Gross margin rose 2.6 percentage points.'),
      no('Gross margin declined to 54.4%.'),
      yes('Shares repurchased at $15 per share cost $30,000 in total.'),
    ],
  },
  {
    name: 'states and their opposites',
    evidence: [
      'Management concluded that our disclosure controls and procedures were not effective as of December 31, 2024. We ended the year with a working capital deficit of $4.1 million.',
      'We recorded a full valuation allowance against our deferred tax assets. We have more than 100 active customers in Europe.',
      'The auditor did not identify any material weakness in the subsidiary. The merger agreement was not approved by the shareholders.',
    ],
    pairs: [
      no('Disclosure controls and procedures were effective as of December 31, 2024.'),
      yes('Disclosure controls and procedures were not effective as of December 31, 2024.'),
      yes('Disclosure controls and procedures were ineffective as of December 31, 2024.'),
      no('The year ended with a working capital surplus of $4.1 million.'),
      yes('The year ended with a working capital deficit of $4.1 million.'),
      no('The company did not have a valuation allowance against its deferred tax assets.'),
      yes('The company had a full valuation allowance against its deferred tax assets.'),
      no('It has fewer than 100 active customers in Europe.'),
      yes('It has more than 100 active customers in Europe.'),
      no('The auditor identified a material weakness in the subsidiary.'),
      no('The shareholders approved the merger agreement.'),
    ],
  },
  {
    name: 'direction in words against two numbers',
    evidence: [
      `| (in thousands) | 2024 | 2023 |
| Net interest income | 14,032 | 14,448 |
| Noninterest expense | 9,870 | 9,410 |
| Provision for credit losses | 450 | 1,485 |`,
    ],
    pairs: [
      no('Net interest income increased in 2024 compared to 2023.'),
      yes('Net interest income decreased in 2024 compared to 2023.'),
      yes('Noninterest expense rose in 2024 from 2023.'),
      no('Noninterest expense declined in 2024 from 2023.'),
      no('The provision for credit losses was higher in 2024 than in 2023.'),
    ],
  },
  {
    name: 'periods do not cross',
    evidence: [
      `| (in millions) | 2024 | 2023 |
| Net sales | 400 | 320 |
| Gross profit | 168 | 128 |
| Operating profit | 60 | 40 |`,
    ],
    pairs: [
      yes('Operating margin was 15% in 2024.'),
      no('Operating margin was 18.75% in 2024.'),
      yes('Gross margin rose 2.0 percentage points from 2023 to 2024.'),
      no('Gross margin rose 5.0 percentage points from 2023 to 2024.'),
    ],
  },
  {
    name: 'durations, counts and bare integers',
    evidence: [
      'The lease runs for 12 years and covers 64,300 square feet. The company had 230 stores at year end, up from 214. Twelve directors attended.',
    ],
    pairs: [
      yes('The lease runs for 12 years.'),
      no('The lease runs for 15 years.'),
      yes('The company had 230 stores at year end.'),
      no('The company had 235 stores at year end.'),
      yes('The number of stores increased by 16.'),
      no('The number of stores increased by 19.'),
    ],
  },
  {
    name: 'index, product and scale unsaid',
    evidence: [
      `| Performance | 2020 | 2021 | 2022 | 2023 |
| Peer index | 100.00 | 112.40 | 96.20 | 131.75 |
| Own shares | 100.00 | 125.10 | 141.30 | 152.60 |`,
      'The company bought back 150,000 shares at an average price of $24.00 per share. The loan of $5,000,000 bears interest at 8%.',
    ],
    pairs: [
      yes('The peer index rose 31.75% from 2020 to 2023.'),
      no('The peer index rose 52.60% from 2020 to 2023.'),
      yes('The total cost of the shares bought back was $3,600,000.'),
      no('The total cost of the shares bought back was $4,200,000.'),
      yes('Annual interest on the loan amounts to $400,000.'),
    ],
  },
  {
    name: 'Chinese',
    evidence: [
      `单位：百万元

| 项目 | 2024年 | 2023年 |
| 营业收入 | 12,500 | 10,000 |
| 研发费用 | 1,800 | 1,500 |
| 净利润 | 900 | 1,200 |`,
    ],
    pairs: [
      yes('2024年营业收入为125亿元。'),
      no('2024年营业收入为100亿元。'),
      yes('2024年营业收入同比增长25%。'),
      no('2024年研发费用同比增长25%。'),
      no('2024年净利润同比增长25%。'),
    ],
  },
  {
    name: 'shares of sales beside amounts, and names in places',
    evidence: [
      `| Year Ended December 31, |
| (in millions, except percentages of net sales) | 2024 | 2023 |
| Net sales | $ | 3,512.4 | 100.0 | % | $ | 3,466.1 | 100.0 | % |
| Gross profit | 1,741.0 | 49.6 | % | 1,712.3 | 49.4 | % |
| Operating income | 318.2 | 9.1 | % | 391.7 | 11.3 | % |`,
      'We run ten service centers in Peru and four in Chile. A large part of our revenue comes from our business in Chile, which carries certain risks.',
    ],
    pairs: [
      yes('Gross profit was $1,741.0 million in 2024.'),
      no('Gross profit was $1,712.3 million in 2024.'),
      yes('Net sales in 2024 were higher than in 2023.'),
      no('Net sales were lower in 2024 than in 2023.'),
      yes('Operating income fell 18.8% from 2023 to 2024.'),
      no('Operating income was 11.3% of net sales in 2024.'),
      yes('Revenue comes to a large part from business in Chile, which carries risks.'),
      no('Revenue comes to a large part from business in Peru, which carries risks.'),
    ],
  },
  {
    name: 'rows of dashes under heads of several lines',
    evidence: [
      `| | Weighted | Weighted | |
| Number of | Average | Contractual | Intrinsic |
| Staff options | Exercise Price | Life in Years | Value |
| Granted | - | $ | - | - | $ | - |
| Forfeited | - | - | - | - |
| Outstanding June 30, 2023 | 84,000 | $ | 2.50 | 4.1 | $ | 912,400 |
| Granted | - | $ | - | - | $ | - |
| Outstanding June 30, 2024 | 84,000 | $ | 2.50 | 3.1 | $ | 611,150 |`,
    ],
    pairs: [
      yes('The intrinsic value of the staff options fell by $301,250 from June 30, 2023 to June 30, 2024.'),
      no('The intrinsic value of the staff options fell by $310,250 from June 30, 2023 to June 30, 2024.'),
    ],
  },
  {
    name: 'a long label inside a balance sheet, and a change in two columns',
    evidence: [
      `(in thousands)
| September 30, |
| 2024 | 2023 |
| Inventories | $ | 4,410 | $ | 3,980 |
| Common stock, $ 0.001 par value; 90,000,000 shares authorized; 12,450,200 and 12,118,700 shares issued and outstanding as of September 30, 2024 and 2023, respectively | 12 | 12 |
| Additional paid-in capital | 61,204 | 58,930 |
| Total equity | $ | 40,118 | $ | 44,907 |`,
      `| Quarter Ended |
| March 31, 2025 | March 31, 2024 | Change |
| $ | % |
| (amounts in thousands) |
| Freight revenue | $ | 42,300 | $ | 36,000 | $ | 6,300 | 17.5% |
| Fuel surcharge | 5,100 | 6,800 | (1,700) | (25.0) |`,
      `| Favorable / (Unfavorable) % Change |
| 2024 | 2023 | 2024 vs. 2023 |
| Warehouse costs |
| North | $ | 70.5 | $ | 64.0 | (10.2) | % |
| South | 31.0 | 33.0 | 6.1 | % |`,
    ],
    pairs: [
      yes('Additional paid-in capital was $61.204 million at September 30, 2024.'),
      no('Additional paid-in capital was $58.93 million at September 30, 2024.'),
      yes('Total equity decreased by 10.7% from September 30, 2023 to September 30, 2024.'),
      yes('Freight revenue was $36.0 million in the quarter ended March 31, 2024.'),
      no('Freight revenue was $42.3 million in the quarter ended March 31, 2024.'),
      yes('Freight revenue grew 17.5% to $42.3 million in the quarter ended March 31, 2025.'),
      yes('Warehouse costs in the North were $70.5 in 2024.'),
      no('Warehouse costs in the North were $64.0 in 2024.'),
    ],
  },
  {
    name: 'dates in the corner or the caption, and columns of maturities',
    evidence: [
      `| Balance at December 31, 2024 | Cost | Unrealised loss | Fair value |
| Bank notes | $ | 15,680 | $ | ( 290 ) | $ | 15,390 |
| Covered bonds | 20,140 | ( 140 ) | 20,000 |`,
      `Payments due as of December 31, 2023 were as follows:
| Obligations | Total | Less than 1 year | 1-3 years | After 3 years |
| Warehouse leases | $ | 9,000 | $ | 2,000 | $ | 4,500 | $ | 2,500 |`,
    ],
    pairs: [
      yes('The fair value of bank notes was $15,390 at December 31, 2024.'),
      no('The fair value of bank notes was $15,390 at December 31, 2023.'),
      yes('Warehouse leases of $9,000 were due at December 31, 2023.'),
      no('Warehouse leases of $9,000 were due at December 31, 2022.'),
    ],
  },
  {
    name: 'a share beside an amount is no earlier amount',
    evidence: [
      `| Six Months Ended |
| June 28, 2025 | June 29, 2024 |
| Net sales | $ | 640.0 | 100.0 | % | $ | 600.0 | 100.0 | % |
| Gross profit | 160.0 | 25.0 | 144.0 | 24.0 |`,
      'Net sales rose by $40 million or 7% in the six months ended June 28, 2025.',
    ],
    pairs: [yes('Net sales rose 7% in the six months ended June 28, 2025, due to new stores.')],
  },
  {
    name: 'sentences and clauses made alike, counts and dates in words',
    evidence: [
      'Barley sales accounted for approximately 52% and 47% of total revenue for the years ended June 30, 2024 and 2023, respectively. Oat sales represented approximately 31% and 36% of total revenue for the years ended June 30, 2024 and 2023, respectively.',
      'We operate in two reportable segments. The Glazes segment serves 14 countries. Our plant in Ridgeway employs 310 people, and the plant in Vale employs 120 people. Our largest customer accounted for 18% of sales, and no other customer accounted for more than 10% of sales.',
      'The credit agreement was entered into on March 3, 2022. We sold 400,000 units at a price of $12.00 per unit, raising $4,800,000; $5,200,000 was placed in trust.',
    ],
    pairs: [
      yes('Barley sales accounted for 52% of total revenue in fiscal 2024.'),
      no('Oat sales accounted for 52% of total revenue in fiscal 2024.'),
      yes('Oat sales accounted for 31% of total revenue in fiscal 2024.'),
      yes('The company operates in two reportable segments.'),
      no('The company operates in three reportable segments.'),
      no('The Enamels segment serves 14 countries.'),
      yes('The Glazes segment serves 14 countries.'),
      yes('The Ridgeway plant employs 310 people.'),
      no('The Ridgeway plant employs 120 people.'),
      no('The plant in Vale employs 310 people.'),
      yes('The largest customer accounted for 18% of sales.'),
      yes('The credit agreement was entered into in 2022.'),
      no('The credit agreement was entered into in 2023.'),
      yes('Units were sold at $12.00 per unit.'),
      no('Units were sold at $13.00 per unit.'),
    ],
  },
  {
    name: 'opposites of offices, deals, rulings and ranks',
    evidence: [
      'Ms. Dana Ruiz serves as Chief Executive Officer and Mr. Omar Veit serves as Chief Financial Officer.',
      'The court dismissed the complaint in July 2023. The notes are unsecured and rank junior to the term loan. There were no unregistered sales of equity securities.',
      'Most of our resin comes from a single supplier. The marine business was sold for $41 million in cash.',
    ],
    pairs: [
      yes('Dana Ruiz is the Chief Executive Officer.'),
      no('Omar Veit is the Chief Executive Officer.'),
      yes('The court dismissed the complaint in July 2023.'),
      no('The court upheld the complaint in July 2023.'),
      no('The notes are secured and rank junior to the term loan.'),
      no('The notes are unsecured and rank senior to the term loan.'),
      yes('There were no unregistered sales of equity securities.'),
      no('Most of the resin comes from multiple suppliers.'),
      no('The marine business was sold for $41 million in stock.'),
    ],
  },
  {
    name: 'compound rates, per-share quotients, one row over another',
    evidence: [
      `(in thousands)
| | Year Ended December 31, |
| | 2024 | 2023 | 2022 |
| Hardware revenue | $ | 90,240 | $ | 82,180 | $ | 78,400 |
| Support revenue | 105,310 | 84,950 | 75,250 |
| Total revenue | 195,550 | 167,130 | 153,650 |
| Net income | 17,600 | 12,535 | 9,219 |
| Weighted average diluted shares | 35,200 | 34,800 | 34,500 |`,
    ],
    pairs: [
      yes('The compound annual growth rate of total revenue from 2022 to 2024 was 12.8%.'),
      no('The compound annual growth rate of total revenue from 2022 to 2024 was 13.6%.'),
      no('The compound annual growth rate of total revenue from 2022 to 2024 was 27.3%.'),
      yes('Net income per diluted share was $0.50 in 2024.'),
      no('Net income per diluted share was $0.36 in 2024.'),
      yes('Net profit margin was 9.0% in 2024.'),
      no('Net profit margin was 7.5% in 2024.'),
      yes('Support revenue exceeded hardware revenue by $15.07 million in 2024.'),
      no('Support revenue exceeded hardware revenue by $2.77 million in 2024.'),
      yes('Cumulative net income over the three years was $39.35 million.'),
    ],
  },
];
