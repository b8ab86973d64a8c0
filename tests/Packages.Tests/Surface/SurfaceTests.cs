using System.Reflection;
using Mailroom.Support;

namespace Mailroom.Packages.Tests.Surface;

/// <summary>What stand-ins offer is written down, changes only on purpose, and is no more than the genuine packages offer.</summary>
public sealed class SurfaceTests
{
    private static readonly string Folder = RepoRoot.At("tests", "Packages.Tests", "Surface");

    public static TheoryData<string> Assemblies { get; } = new(
        "Azure.Data.Tables",
        "MailKit",
        "Microsoft.Azure.Functions.Worker",
        "Microsoft.Azure.Functions.Worker.Extensions.Http",
        "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore",
        "Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues",
        "Microsoft.Azure.Functions.Worker.Extensions.Timer",
        "MimeKit",
        "System.IO.Hashing");

    [Theory]
    [MemberData(nameof(Assemblies))]
    public async Task What_is_loaded_offers_what_was_approved(string name)
    {
        var assembly = Assembly.Load(name);
        var approved = await ApprovedAsync(name);

        if (IsStandIn(assembly))
        {
            await RequireSameAsync(name, approved, SurfaceWriter.Write(assembly));
        }
        else
        {
            var genuine = Family(assembly).SelectMany(member => SurfaceReader.Read(SurfaceWriter.Write(member))).ToList();
            Assert.Empty(SurfaceType.Beyond(SurfaceReader.Read(approved), genuine));
        }
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public async Task What_was_approved_is_no_more_than_the_genuine_package_offers(string name)
    {
        var lists = await Task.WhenAll(Directory.GetFiles(Path.Combine(Folder, "genuine"), "*.txt").Select(file => File.ReadAllTextAsync(file)));
        var genuine = lists.SelectMany(SurfaceReader.Read).ToList();

        var beyond = SurfaceType.Beyond(SurfaceReader.Read(await ApprovedAsync(name)), genuine).ToList();

        Assert.True(
            beyond.Count == 0,
            $"The stand-in of {name} offers what Surface/genuine/ does not list. Product code could use it and then fail on the genuine package. Make it internal:\n{string.Join('\n', beyond)}");
    }

    private static string ApprovedFile(string name) => Path.Combine(Folder, $"{name}.approved.txt");

    private static async Task<string> ApprovedAsync(string name) =>
        File.Exists(ApprovedFile(name)) ? (await File.ReadAllTextAsync(ApprovedFile(name))).ReplaceLineEndings("\n") : "";

    private static bool IsStandIn(Assembly assembly) =>
        assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Any(fact => fact is { Key: "StandIn", Value: "true" });

    // The genuine worker is several assemblies; the stand-ins have one for what most of them offer.
    private static IEnumerable<Assembly> Family(Assembly assembly) => assembly.GetReferencedAssemblies()
        .Where(reference => reference.Name!.StartsWith("Microsoft.Azure.Functions.Worker", StringComparison.Ordinal))
        .SelectMany(reference => Family(Assembly.Load(reference)))
        .Append(assembly);

    private static async Task RequireSameAsync(string name, string approved, string offered)
    {
        if (Environment.GetEnvironmentVariable("APPROVE_SURFACE") == "true")
        {
            await File.WriteAllTextAsync(ApprovedFile(name), offered);
            return;
        }

        var (before, now) = (approved.Split('\n'), offered.Split('\n'));
        Assert.True(
            approved == offered,
            $"""
            The stand-in of {name} offers something other than {ApprovedFile(name)} says:
            {string.Join('\n', before.Except(now).Select(line => $"- {line}").Concat(now.Except(before).Select(line => $"+ {line}")))}
            If that is meant, approve it and look at the diff: APPROVE_SURFACE=true dotnet test tests/Packages.Tests --filter FullyQualifiedName~Surface
            """);
    }
}
