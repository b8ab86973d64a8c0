namespace Mailroom.Cli.Tests.Verbs;

public sealed class PreviewVerbTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("preview");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("acknowledgement", "zh", "工单号是")]
    [InlineData("acknowledgement", "en", "your ticket number is")]
    [InlineData("escalation", "zh", "客户最近来信")]
    [InlineData("escalationlist", "en", "nobody yet")]
    [InlineData("digest", "en", "Open tickets by team")]
    public async Task A_mail_can_be_looked_at_in_three_forms(string template, string language, string expected)
    {
        var typed = await Typed.RunAsync("preview", template, "--lang", language, "--category", "refund", "--out", _folder.FullName);

        Assert.Equal((0, ""), (typed.ExitCode, typed.Error));
        var name = Path.Combine(_folder.FullName, $"{template}.{language}");
        Assert.Contains(expected, await File.ReadAllTextAsync(name + ".txt"), StringComparison.Ordinal);
        Assert.Contains(expected, await File.ReadAllTextAsync(name + ".html"), StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-", await File.ReadAllTextAsync(name + ".eml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_escalation_is_shown_alone_and_as_a_list()
    {
        await Typed.RunAsync("preview", "escalation", "--lang", "zh", "--out", _folder.FullName);

        Assert.Contains("客户最近来信", await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "escalation.zh.txt")), StringComparison.Ordinal);
        Assert.Contains("即将到期 1 项", await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "escalationlist.zh.txt")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "There is no template", "preview", "birthday")]
    [InlineData(1, "There is no category", "preview", "digest", "--category", "nonsense")]
    public async Task What_there_is_not_is_said(int exitCode, string expected, params string[] arguments)
    {
        var typed = await Typed.RunAsync(arguments);

        Assert.Equal(exitCode, typed.ExitCode);
        Assert.Contains(expected, typed.Error, StringComparison.Ordinal);
    }
}
