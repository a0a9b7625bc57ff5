/** Properties that are on or off: present means on, unless the value says otherwise. */
import { attribute, type Attributes } from '../archive/xml';

export const isOn = (attributes: Attributes): boolean =>
  !/^(?:0|false|off|none)$/.test(attribute(attributes, 'val') ?? '');
