namespace Mailroom.Core.Tests.Laws;

/// <summary>The core does nothing but think: no clock, chance, file, network, environment, process, logger or waiting.</summary>
public sealed class PurityTests
{
    private static readonly string[] ForbiddenCalls =
    [
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today",
        "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow",
        "System.TimeProvider::get_System", "System.TimeProvider::GetUtcNow",
        "System.TimeZoneInfo::get_Local", "System.Guid::NewGuid", "System.Guid::CreateVersion7",
        "NodaTime.SystemClock::get_Instance", "NodaTime.DateTimeZoneProviders::get_Bcl",
        "System.Globalization.CultureInfo::get_CurrentCulture", "System.Globalization.CultureInfo::get_CurrentUICulture",
    ];

    private static readonly string[] ForbiddenTypes =
    [
        "System.Random", "System.Console", "System.Diagnostics.Stopwatch", "System.Diagnostics.Process",
        "System.Diagnostics.Trace", "System.Diagnostics.Activity", "System.Security.Cryptography.RandomNumberGenerator",
        "System.Runtime.CompilerServices.IAsyncStateMachine", "System.IO.File", "System.IO.Directory", "System.IO.FileInfo",
        "System.IO.DirectoryInfo", "System.IO.FileStream", "System.IO.Path", "System.IO.StreamReader", "System.IO.StreamWriter",
    ];

    private static readonly string[] ForbiddenNamespaces =
        ["System.Threading", "System.Net", "System.Reflection", "Microsoft.Extensions", "Azure", "MimeKit", "MailKit", "System.Data"];

    [Fact]
    public void The_core_calls_no_clock_chance_environment_or_culture_of_the_machine()
    {
        var faults = CoreAssembly.Types
            .SelectMany(t => CoreAssembly.CallsOf(t).Where(IsForbidden).Select(c => $"{t.FullName} calls {c}"));

        Assert.Empty(faults);
    }

    [Fact]
    public void The_core_names_no_type_that_reaches_outside()
    {
        var faults =
            from type in CoreAssembly.Types
            from named in CoreAssembly.NamedBy(type)
            where ForbiddenTypes.Contains(named.FullName) || ForbiddenNamespaces.Any(n => IsIn(CoreAssembly.NamespaceOf(named), n))
            where !IsCompilers(named.FullName)
            select $"{type.FullName} names {named.FullName}";

        Assert.Empty(faults);
    }

    [Fact]
    public void The_laws_see_the_code_that_they_judge()
    {
        var calls = CoreAssembly.Types.SelectMany(CoreAssembly.CallsOf).ToList();

        Assert.Contains("System.String::Concat", calls);
        Assert.Contains("System.Security.Cryptography.HMACSHA256::HashData", calls);
        Assert.Contains("Mailroom.Core.Tickets.SigningKey", CoreAssembly.Types.Select(t => t.FullName));
    }

    // The compiler's iterators ask which thread made them: that is the one question to the environment that changes nothing.
    private static bool IsForbidden(string call) =>
        ForbiddenCalls.Contains(call)
        || (call.StartsWith("System.Environment::", StringComparison.Ordinal) && call != "System.Environment::get_CurrentManagedThreadId");

    private static bool IsIn(string place, string space) =>
        place == space || place.StartsWith(space + ".", StringComparison.Ordinal);

    // A record's hash code and a lambda's cache are written by the compiler with these; they reach nothing outside.
    private static bool IsCompilers(string type) =>
        type is "System.Reflection.MemberInfo" or "System.Reflection.DefaultMemberAttribute" or "System.Threading.Interlocked";
}
