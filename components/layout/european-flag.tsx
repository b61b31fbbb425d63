/** Twelve stars in a circle on blue, after the geometry of the emblem. */
export function EuropeanFlag() {
  const stars = Array.from({ length: 12 }, (_, hour) => {
    const angle = (hour * Math.PI) / 6;
    return { x: 27 + 12 * Math.sin(angle), y: 18 - 12 * Math.cos(angle) };
  });
  return (
    <svg aria-hidden="true" viewBox="0 0 54 36" className="h-9 w-[3.375rem] shrink-0 rounded-sm">
      <rect width="54" height="36" fill="#003399" />
      {stars.map(({ x, y }) => (
        <path key={`${x}-${y}`} transform={`translate(${x} ${y})`} fill="#ffcc00" d="M0-2 .45-.62 1.9-.62.73.24 1.18 1.62 0 .76-1.18 1.62-.73.24-1.9-.62-.45-.62Z" />
      ))}
    </svg>
  );
}
