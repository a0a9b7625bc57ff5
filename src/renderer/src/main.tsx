// Placeholder window: a view root with the hooks that scripts and tests wait for.
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <main data-view="library" data-ready="true">
      Tieout
    </main>,
  );
}
