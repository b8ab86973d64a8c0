using Spectre.Console;

namespace Mailroom.LocalHost.Running;

/// <summary>The console: bars that move on a terminal, plain lines where the output goes into a file.</summary>
internal static class Screen
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(200);

    /// <summary>Whether a person watches.</summary>
    public static bool IsTerminal => AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected;

    /// <summary>Writes a line as it is.</summary>
    public static void Line(string text = "") => Console.Out.WriteLine(text);

    /// <summary>Writes a line with Spectre's marks on a terminal, plain elsewhere.</summary>
    public static void Marked(string markup)
    {
        if (IsTerminal)
        {
            AnsiConsole.MarkupLine(markup);
        }
        else
        {
            Line(Markup.Remove(markup));
        }
    }

    /// <summary>Shows how far a piece of work is while it runs.</summary>
    /// <param name="title">What is done.</param>
    /// <param name="total">The end of the bar.</param>
    /// <param name="soFar">How far it is.</param>
    /// <param name="work">The work.</param>
    public static async Task WithProgressAsync(string title, double total, Func<double> soFar, Func<Task> work)
    {
        if (!IsTerminal)
        {
            Line(title + " ...");
            await work();
            return;
        }

        await AnsiConsole.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask(Markup.Escape(title), maxValue: total);
                var doing = work();
                while (!doing.IsCompleted)
                {
                    bar.Value = Math.Min(soFar(), total);
                    await Task.WhenAny(doing, Task.Delay(Refresh));
                }

                await doing;
                bar.Value = total;
            });
    }
}
