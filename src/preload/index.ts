// Placeholder bridge.
import { contextBridge } from 'electron';

contextBridge.exposeInMainWorld('tieout', {});
