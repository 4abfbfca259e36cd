using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Denpa.Cli.Language;

namespace Denpa.Cli.Tests.Language;

public sealed partial class SentencesTests
{
    private static readonly Sentences Japanese = new(new CultureInfo("ja"));

    [Fact]
    public void Every_sentence_has_the_same_blanks_in_both_languages_in_the_order_of_the_English()
    {
        ResourceSet set = new ResourceManager("Denpa.Cli.Language.Sentences", typeof(Sentences).Assembly)
            .GetResourceSet(new CultureInfo("ja"), createIfNotExists: true, tryParents: false)!;
        DictionaryEntry[] sentences = [.. set.Cast<DictionaryEntry>()];
        Assert.NotEmpty(sentences);
        Assert.All(sentences, sentence =>
        {
            string[] english = Blanks((string)sentence.Key);
            Assert.Equal(Enumerable.Range(0, english.Length).Select(i => $"{{{i}}}"), english);
            Assert.Equal(english, Blanks((string)sentence.Value!).Order(StringComparer.Ordinal));
        });
    }

    [Theory]
    [InlineData(
        "a.csv:3:2: \"x\" in column \"age\" is not a number, where regression needs one — " +
        "correct it, leave the field empty, or ignore the column",
        "a.csv:3:2: 列 \"age\" の \"x\" は数値ではありません（回帰には数値が必要です）。直すか、空欄にするか、この列を無視してください")]
    [InlineData("--epochs: \"0\" is not valid: give a whole number of at least 1", "--epochs: \"0\" は指定できません。1 以上の整数を指定してください")]
    [InlineData(
        "training diverged in epoch 1, step 2: the loss is NaN; " +
        "the first op whose output is not finite is matmul, in forward propagation (layer \"2\")",
        "エポック 1、ステップ 2 で学習が発散しました。損失が NaN になりました。出力が最初に有限でなくなった演算は、層 \"2\" の順伝播の matmul です")]
    [InlineData("there is no option --epohcs; did you mean --epochs?", "オプション --epohcs はありません。もしかして --epochs ですか？")]
    [InlineData(
        "--from: needs MODEL after it, and --test is an option; where it is meant, write --from=--test — see: denpa train --help",
        "--from: 後ろに MODEL が必要ですが、--test はオプションです。それを値として渡すなら --from=--test と書いてください。使い方は denpa train --help")]
    [InlineData("DATA: \" \" is blank", "DATA: \" \" は空です")]
    [InlineData(
        "vectors: DENPA_VECTORS is \"bogus\", which names no width of vectors; " +
        "set it to avx512, avx2, avx, portable or scalar, or unset it.",
        "vectors: DENPA_VECTORS の値が \"bogus\" ですが、そのようなベクトル幅はありません。avx512、avx2、avx、portable、scalar のどれかを設定するか、設定を外してください")]
    [InlineData(
        "f/a.part: this is a link — move it away, or name another folder by -o",
        "f/a.part: これはリンクです。別の場所に移すか、-o で別のフォルダーを指定してください")]
    public void A_message_is_said_sentence_by_sentence(string english, string japanese) => Assert.Equal(japanese, Japanese.Say(english));

    [Theory]
    [InlineData("there is no column \"a; b: c — d\"", "列 \"a; b: c — d\" はありません")]
    [InlineData("there is no column \"is empty\"", "列 \"is empty\" はありません")]
    [InlineData("there is no option empty", "オプション empty はありません")]
    public void What_is_the_persons_own_stays_as_it_is(string english, string japanese) => Assert.Equal(japanese, Japanese.Say(english));

    [Fact]
    public void What_the_system_says_stays_as_it_is_behind_a_place_that_is_known() =>
        Assert.Equal("m: モデルを書き込めません。Input/output error", Japanese.Say("m: the model cannot be written: Input/output error"));

    [Theory]
    [InlineData("a sentence that nobody knows")]
    [InlineData("")]
    public void What_is_not_known_stays_English(string english) => Assert.Equal(english, Japanese.Say(english));

    [Fact]
    public void English_is_said_as_it_is() =>
        Assert.Equal("is empty — add rows", new Sentences(CultureInfo.InvariantCulture).Say("is empty — add rows"));

    [Theory]
    [InlineData(2, "train", "--no-such-option")]
    [InlineData(2, "train", "--epochs", "0")]
    [InlineData(2, "predict")]
    [InlineData(2, "train", "--resume", "--from")]
    [InlineData(2, "train", "--json=no")]
    [InlineData(2, "train", "")]
    [InlineData(2, "train", "--features", "a,,b")]
    [InlineData(2, "frobnicate")]
    [InlineData(2, "data", "make", "nothing")]
    [InlineData(3, "train", "there-is-no.csv")]
    [InlineData(3, "train", "--target", "nothing")]
    [InlineData(4, "predict", "there-is-no.denpa")]
    public void Errors_are_in_Japanese_when_asked_for(int exitCode, params string[] arguments)
    {
        using Workspace workspace = new();
        Outcome outcome = workspace.Run([.. arguments, "--lang", "ja"]);
        Assert.Equal(exitCode, outcome.ExitCode);
        Assert.Matches(JapaneseLetter(), Assert.Single(outcome.ErrorLines));
    }

    private static string[] Blanks(string text) => [.. Sentence.Blank().Matches(text).Select(blank => blank.Value)];

    [GeneratedRegex(@"[\u3040-\u30ff]")]
    private static partial Regex JapaneseLetter();
}
