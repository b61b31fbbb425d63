/** How long a link and a code live. */
export const signInMinutes = 10;

/** This many wrong codes end an attempt to sign in. */
export const mostWrongCodes = 5;

/** A session ends after this time, however much it is used. */
export const sessionDays = 30;

/** How exactly it is known when a session was used last. */
export const seenMinutes = 5;

/**
 * A local address to lead back to, without language ("/events/x?page=2"); null where the given one is missing, leads
 * elsewhere, or is not one that a browser and a header both read in the same way.
 */
export function localPath(address: string | null | undefined): string | null {
  if (!address || address.length > 1000 || !/^\/(?!\/)[\w\-.~%!$&'()*+,;=:@/?#[\]]*$/.test(address)) return null;
  const url = URL.parse(address, "http://portal.invalid");
  if (url?.origin !== "http://portal.invalid" || /^\/\/|^\/%(?:2f|5c)/i.test(url.pathname)) return null;
  const path = url.pathname.replace(/^\/(?:en|de|pl)(?=\/|$)/, "");
  return /^(?:\/(?![/\\])|$)/.test(path) ? `${path === "" ? "/" : path}${url.search}${url.hash}` : null;
}

/** Browser and system by their names, as far as the user agent tells them. */
export function deviceOf(userAgent: string | null): string | null {
  const browsers: [RegExp, string][] = [
    [/Edg(?:A|iOS)?\//, "Edge"],
    [/OPR\//, "Opera"],
    [/SamsungBrowser\//, "Samsung Internet"],
    [/(?:Firefox|FxiOS)\//, "Firefox"],
    [/(?:Chrome|CriOS)\//, "Chrome"],
    [/Safari\//, "Safari"],
  ];
  const systems: [RegExp, string][] = [
    [/Android/, "Android"],
    [/iPhone|iPad|iPod/, "iOS"],
    [/Windows/, "Windows"],
    [/Mac OS X/, "macOS"],
    [/CrOS/, "ChromeOS"],
    [/Linux/, "Linux"],
  ];
  const names = [browsers, systems].flatMap((known) => known.find(([pattern]) => pattern.test(userAgent ?? ""))?.[1] ?? []);
  return names.length === 0 ? null : names.join(" · ");
}
