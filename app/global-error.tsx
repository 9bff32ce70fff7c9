'use client';

/**
 * The last resort, when even the frame of all pages failed: no language, no theme and no components can be
 * relied on here, so both languages stand side by side.
 */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="zh-CN">
      <body
        style={{
          fontFamily: 'system-ui, sans-serif',
          margin: '15vh auto',
          maxWidth: '36rem',
          padding: '0 1rem',
        }}
      >
        <title>Tagloom</title>
        <h1 style={{ fontSize: '1.25rem' }}>页面没能打开 · The page couldn’t be opened</h1>
        <p>已保存的内容没有受影响。请重试；如果仍不行，把下面的编号告诉管理员。</p>
        <p lang="en">
          What was saved is untouched. Try again; if it keeps failing, give an admin the number below.
        </p>
        <p>
          <code>{error.digest ?? error.message}</code>
        </p>
        <button type="button" onClick={reset} style={{ padding: '0.5rem 1rem', font: 'inherit' }}>
          重试 · Try again
        </button>
      </body>
    </html>
  );
}
