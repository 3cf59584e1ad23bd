/** Administrative codes of the 31 provincial-level units of the mainland. */
export const PROVINCES: ReadonlySet<string> = new Set(
  (
    "110000 120000 130000 140000 150000 210000 220000 230000 310000 320000 330000 340000 350000 360000 370000 410000 " +
    "420000 430000 440000 450000 460000 500000 510000 520000 530000 540000 610000 620000 630000 640000 650000"
  ).split(" "),
);

/** What the code of a province looks like, for messages. */
export const PROVINCE_FORM = "six digits, such as 430000";

/** Units for which no inventory is published: Tibet. Their cities stay out of the table. */
export const WITHOUT_INVENTORY: ReadonlySet<string> = new Set(["540000"]);
