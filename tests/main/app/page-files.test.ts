import { describe, expect, it } from 'vitest';
import { freshNonce, policy } from '../../../src/main/app/policy/csp';
import { pageFile } from '../../../src/main/app/policy/page-files';

const at = (address: string) => pageFile(address, '/app/renderer');

describe('app:// addresses', () => {
  it('name built files with their type', () => {
    expect(at('app://tieout/')).toEqual({ path: '/app/renderer/index.html', type: 'text/html; charset=utf-8' });
    expect(at('app://tieout/assets/a%20b.js?x#y')?.path).toBe('/app/renderer/assets/a b.js');
  });

  it('stay inside the built folder however they climb', () => {
    expect(at('app://tieout/%2e%2e/%2e%2e/secret.json')?.path).toBe('/app/renderer/secret.json');
  });

  it.each([
    'app://other/index.html',
    'http://tieout/index.html',
    'file:///etc/passwd',
    'app://tieout/..%2f..%2fetc/passwd.html',
    'app://tieout/..%5c..%5csecret.json',
    'app://tieout/a%00.html',
    'app://tieout/%ZZ.html',
    'app://tieout/program.exe',
    'app://tieout/assets',
    'nonsense',
  ])('refuse %s', (address) => {
    expect(at(address)).toBeNull();
  });
});

describe('content security policy', () => {
  it('names the nonce and allows nothing from outside and no evaluation', () => {
    const text = policy('abc');
    expect(text).toContain("style-src 'self' 'nonce-abc'");
    expect(text).toContain("default-src 'none'");
    expect(text).not.toMatch(/unsafe|https?:|\*/);
  });

  it('never gives a nonce twice', () => {
    expect(new Set(Array.from({ length: 100 }, freshNonce)).size).toBe(100);
  });
});
