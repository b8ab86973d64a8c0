using Mailroom.LocalHost.Demo;
using Mailroom.LocalHost.Hosting;
using Mailroom.LocalHost.Running;
using Mailroom.LocalHost.Settings;

var (line, fault) = CommandLine.Parse(args);
if (line is null)
{
    await (fault is null ? Console.Out : Console.Error).WriteLineAsync(fault is null ? CommandLine.Usage : $"{fault}\n\n{CommandLine.Usage}");
    return fault is null ? 0 : 2;
}

using var stop = new StopSignal();
try
{
    return await (line.Demo ? DemoRun.RunAsync(line, stop.Token) : LocalRun.RunAsync(line, stop.Token));
}
catch (HostStartException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync(line.Demo ? "Stopped; the same command goes on from here." : "Stopped.");
    return 130;
}
