using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mailroom.Functions.Triggers;
using Mailroom.Pipeline.Settings;
using Microsoft.Azure.Functions.Worker;

namespace Mailroom.Functions.Tests.Settings;

public sealed partial class ExampleSettingsTests
{
    // Read by the Functions host and by the desk's door, not by MailroomSettings.
    private static readonly string[] Platform =
        ["FUNCTIONS_WORKER_RUNTIME", "AZURE_FUNCTIONS_ENVIRONMENT", "AzureWebJobsStorage", "AzureWebJobsDisableHomepage"];

    private static readonly IReadOnlyDictionary<string, string> Example = Read();

    [Fact]
    public void The_example_holds_every_setting_that_the_program_reads()
    {
        var read = Properties().Concat(TriggerSettings()).Concat(Platform).Distinct(StringComparer.Ordinal);

        Assert.Empty(read.Except(Example.Keys, StringComparer.Ordinal));
    }

    [Fact]
    public void The_example_holds_no_setting_that_nothing_reads()
    {
        var read = Properties().Concat(TriggerSettings()).Concat(Platform);

        Assert.Empty(Example.Keys.Except(read, StringComparer.Ordinal));
    }

    [Fact]
    public void The_triggers_name_their_queues_schedules_and_storage_by_settings()
    {
        Assert.Equal(
            ["DeadlinesQueue", "DigestSchedule", "MailOutgoingQueue", "MailReceivedQueue", "MailStorage", "MailboxSchedule", "ResponsesSchedule", "SweepSchedule"],
            TriggerSettings().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Defaults))]
    public void The_example_says_what_a_setting_is_when_it_is_left_out(string name, string? expected) =>
        Assert.Equal(expected, Example[name]);

    public static TheoryData<string, string?> Defaults()
    {
        var data = new TheoryData<string, string?>();
        var settings = new MailroomSettings();
        foreach (var property in typeof(MailroomSettings).GetProperties())
        {
            if (property.GetValue(settings) is { } value && value.ToString() is { Length: > 0 } text)
            {
                data.Add(property.Name, text);
            }
        }

        return data;
    }

    private static IEnumerable<string> Properties() => typeof(MailroomSettings).GetProperties().Select(p => p.Name);

    private static IEnumerable<string> TriggerSettings() => typeof(SweepTrigger).Assembly.GetExportedTypes()
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .SelectMany(m => m.GetParameters())
        .SelectMany(p => p.GetCustomAttributes())
        .SelectMany(a => a switch
        {
            QueueTriggerAttribute queue => Names(queue.QueueName).Append(queue.Connection ?? "AzureWebJobsStorage"),
            TimerTriggerAttribute timer => Names(timer.Schedule),
            HttpTriggerAttribute http => Names(http.Route ?? ""),
            _ => [],
        })
        .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Names(string text) => Setting().Matches(text).Select(m => m.Groups["name"].Value);

    private static Dictionary<string, string> Read()
    {
        var root = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepoRoot").Value!;
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, "local.settings.example.json")));
        return json.RootElement.GetProperty("Values").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!);
    }

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Setting();
}
