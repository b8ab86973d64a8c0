using Spectre.Console;

namespace Mailroom.Cli.Running;

/// <summary>A progress bar on a terminal, for what takes longer than a glance; nothing where nobody watches.</summary>
internal static class Progressing
{
    /// <summary>Does the work; it calls its argument once for each of the steps done.</summary>
    internal static Task RunAsync(Output output, string title, int steps, Func<Action, Task> work) =>
        Console.IsErrorRedirected || steps < 2
            ? work(() => { })
            : output.Side.Progress().AutoClear(true).StartAsync(context =>
            {
                var task = context.AddTask(Markup.Escape(title), maxValue: steps);
                return work(() => task.Increment(1));
            });

    /// <summary>Does work of a length that nobody knows before; it tells how much of it is done, 0 to 1.</summary>
    internal static Task RunAsync(Output output, string title, Func<Action<double>, Task> work) => Console.IsErrorRedirected
        ? work(_ => { })
        : output.Side.Progress().AutoClear(true).StartAsync(context =>
        {
            var task = context.AddTask(Markup.Escape(title), maxValue: 1);
            return work(share => task.Value = share);
        });
}
