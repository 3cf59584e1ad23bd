import { expect, test } from "vitest";
import { writeEmbed } from "./embed.ts";

test("an embedded figure leads back to its page in its language; what it shows cannot leave its attribute", () => {
  const from = { lang: "zh", path: "cities/430100-changsha/" } as const;
  const html = writeEmbed(
    { from, svg: "cities/430100-changsha/why.svg", about: 'A "b" <c>' },
    "https://example.org/x/",
  );
  expect(html).toBe(
    '<a href="https://example.org/x/zh/cities/430100-changsha/"><img src="https://example.org/x/zh/cities/430100-changsha/why.svg" alt="A &quot;b&quot; &lt;c&gt;" width="728" loading="lazy"></a>',
  );
});
