/** Grouping for the audit's modules; it stands in core because the notebook groups rows the same way. */
export { groupBy } from '../group';
