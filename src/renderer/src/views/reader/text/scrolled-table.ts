/** A table that is wider than its page takes the focus, so that it is scrolled by keys; one that fits is no stop on the way. */

let observer: ResizeObserver | undefined;

/** For `ref`: watches the element as long as it is drawn. */
export function focusWhereScrolled(element: HTMLElement | null): (() => void) | undefined {
  if (!element) return undefined;
  observer ??= new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
      else target.removeAttribute('tabindex');
    }
  });
  const watching = observer;
  watching.observe(element);
  return () => watching.unobserve(element);
}
