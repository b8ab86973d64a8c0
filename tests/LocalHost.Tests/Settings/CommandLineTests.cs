using Mailroom.LocalHost.Settings;

namespace Mailroom.LocalHost.Tests.Settings;

public sealed class CommandLineTests
{
    [Fact]
    public void Options_are_read_in_any_order()
    {
        var (line, fault) = CommandLine.Parse(["--port", "8080", "--demo"]);

        Assert.Null(fault);
        Assert.Equal(new CommandLine(Demo: true, 8080, Data: null), line);
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("--port", "seventy")]
    [InlineData("--port", "70000")]
    [InlineData("--deom")]
    [InlineData("--data")]
    public void What_cannot_be_understood_is_named(params string[] arguments)
    {
        var (line, fault) = CommandLine.Parse(arguments);

        Assert.Null(line);
        Assert.Contains(arguments[0], fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_is_no_fault() => Assert.Equal((null, null), CommandLine.Parse(["--help"]));
}
