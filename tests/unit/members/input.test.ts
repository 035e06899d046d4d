import { expect, test } from "vitest";
import { CounterSignUpInput } from "@/lib/members/input";

const typed = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  familyName: "山田",
  givenName: "太郎",
  familyKana: "ﾔﾏﾀﾞ",
  givenKana: "たろう",
  bornOn: "昭和23年3月5日",
  tie: "resident",
  agrees: "yes",
  phone: "０３－３４３０－１１１１",
  email: " Taro.Yamada＠Example.JP ",
};

test("what is typed at the counter is made even", () => {
  expect(CounterSignUpInput.parse(typed)).toMatchObject({
    familyKana: "ヤマダ",
    givenKana: "タロウ",
    bornOn: "1948-03-05",
    phone: "03-3430-1111",
    email: "taro.yamada@example.jp",
    isConfirmed: false,
  });
});

test("phone and e-mail may stay empty", () => {
  expect(CounterSignUpInput.parse({ ...typed, phone: "", email: " " })).toMatchObject({
    phone: undefined,
    email: undefined,
  });
});

test.each([
  ["familyName", "", "required"],
  ["familyKana", "山田", "not_kana"],
  ["bornOn", "19480230", "not_a_day"],
  ["tie", "", "required"],
  ["agrees", "", "not_agreed"],
  ["phone", "12", "not_a_phone"],
  ["email", "taro", "not_an_email"],
])("%s %j is told as %s", (field, value, reason) => {
  const read = CounterSignUpInput.safeParse({ ...typed, [field]: value });
  expect(read.error?.issues[0]).toMatchObject({ path: [field], message: reason });
});
