// Whether an address, or a page, asks for a login instead of giving a file. Pure; known by its form, so it may miss one and never names
// a site's owner or a person.

/** Where people of several sites log in. */
const loginHosts =
  /^(?:accounts\.google\.com|login\.(?:microsoftonline|live|windows|yahoo)\.(?:com|net)|appleid\.apple\.com|idmsa\.apple\.com|.*\.(?:okta|auth0|onelogin|okta-emea)\.com)$/i;
/** Of a path: `/login`, `/users/sign_in`, `/_forms/default.aspx` (SharePoint), `/sso/start`. */
const loginPath =
  /(?:^|\/)(?:log-?in|sign[-_]?in|logon|sso|saml2?|authenticate|oauth2?|_forms|ServiceLogin|wp-login)(?:\.(?:aspx?|php|html?|jsp|do))?(?:\/|$)/i;
/** File shares that show a page where the file is not free for everybody. */
const shareHosts =
  /(?:^|\.)(?:(?:drive|docs)\.google\.com|drive\.usercontent\.google\.com|dropbox\.com|dropboxusercontent\.com|onedrive\.live\.com|onedrive\.com|1drv\.(?:ms|com)|sharepoint\.com|box\.com)$/i;

/** Whether a redirect leads to a login. */
export function isLoginAddress(url: URL): boolean {
  return loginHosts.test(url.hostname) || loginPath.test(url.pathname);
}

/** Whether a page that stands in a file's place is a login, or the view page of a file share. `text`: its beginning. */
export function isLoginPage(url: URL, text: string): boolean {
  return (
    isLoginAddress(url) ||
    shareHosts.test(url.hostname) ||
    /<input\b[^>]{0,500}\btype\s*=\s*["']?password\b/i.test(text)
  );
}
