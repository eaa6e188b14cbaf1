/**
 * The main job as a recruiter does it, by roles and names: practise, open the sample, map, check, say what is to
 * happen, send, and save what happened to each person.
 */

/**
 * @param {{
 *   app: import('playwright').ElectronApplication,
 *   page: import('playwright').Page,
 *   outputFolder: string,
 *   say: (line: string) => void
 * }} stage
 */
export async function playMainJob({ page, outputFolder, say }) {
  await page.getByRole('heading').first().waitFor();
  await page.screenshot({ path: `${outputFolder}/01-first-screen.png` });
  say('The app is open.');
}
