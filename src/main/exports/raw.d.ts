/** Style sheets taken in as text. */
declare module '*.css?raw' {
  const text: string;
  export default text;
}
