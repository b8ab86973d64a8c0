using Mailroom.Core.Understanding.Learning;

namespace Mailroom.Core.Tests.Understanding.Learning;

public sealed class ModelTrainerTests
{
    private static readonly string[] Refunds = ["退款一直没到账", "我的退款呢", "钱什么时候退给我", "where is my refund", "the shop gave my money back and it is not here", "退貨的錢還沒退"];
    private static readonly string[] Logins = ["登录不上去", "密码忘了进不去", "验证码收不到登录不了", "I cannot log in", "locked out of my account", "一直登入失敗"];

    private static readonly TextModel Model = ModelTrainer.Train(
        ["category", "mood"],
        [.. Enumerable.Range(0, 4).SelectMany(n => Refunds.Select(t => Labelled(t, "refund", n)).Concat(Logins.Select(t => Labelled(t, "login", n))))]);

    [Theory]
    [InlineData("退款还没有到", "refund")]
    [InlineData("my refund is not here", "refund")]
    [InlineData("進不去，密碼忘了", "login")]
    [InlineData("cannot log in to my account", "login")]
    public void What_was_learnt_is_known_again_in_both_scripts(string text, string category)
    {
        var answer = Model.Read(text)[0];

        Assert.Equal(category, answer.Best);
        Assert.InRange(answer.Confidence, 0.5, 1);
        Assert.Equal(1, answer.Probabilities.Sum(), 9);
    }

    [Fact]
    public void The_words_that_decided_stand_in_the_text()
    {
        const string Text = "你好，我的退款一直没到";

        var words = Model.Explain(Text, "category", "refund", 3);

        Assert.NotEmpty(words);
        Assert.All(words, w => Assert.Contains(w, Text, StringComparison.Ordinal));
        Assert.Empty(Model.Explain(Text, "category", "no such label", 3));
    }

    [Fact]
    public void A_model_comes_back_from_its_file_as_it_was()
    {
        var read = ModelFile.Read(ModelFile.Write(Model));

        Assert.All(Refunds.Concat(Logins), text => Assert.Equal(Model.Read(text)[0].Probabilities, read.Read(text)[0].Probabilities));
    }

    [Fact]
    public void What_is_no_model_is_refused_with_a_sentence()
    {
        var bytes = ModelFile.Write(Model);

        Assert.StartsWith("This is no model", Assert.Throws<InvalidDataException>(() => ModelFile.Read("hello, this is text"u8)).Message, StringComparison.Ordinal);
        Assert.StartsWith("The model is cut off", Assert.Throws<InvalidDataException>(() => ModelFile.Read(bytes.AsSpan(0, bytes.Length / 2))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_with_one_answer_cannot_be_learnt() =>
        Assert.Contains("nothing to tell apart", Assert.Throws<ArgumentException>(() => ModelTrainer.Train(["category"], [new("a", ["x"]), new("b", ["x"])])).Message, StringComparison.Ordinal);

    [Fact]
    public void Measures_tell_a_sure_mistake_from_an_unsure_one()
    {
        MeasuredAnswer[] answers = [new("a", "a", 0.9), new("a", "b", 0.9), new("b", "b", 0.5), new("b", "a", 0.5)];

        var measures = ModelMeasures.Of(answers);

        Assert.Equal(0.5, measures.Accuracy);
        Assert.Equal(0.5, measures.MacroF1);
        Assert.Equal(0.2, measures.CalibrationError, 9);
    }

    private static LabelledText Labelled(string text, string category, int n) => new(text + new string('!', n), [category, n % 2 == 0 ? "calm" : "angry"]);
}
