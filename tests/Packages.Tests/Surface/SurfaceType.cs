namespace Mailroom.Packages.Tests.Surface;

/// <summary>A type as a surface's text tells it.</summary>
/// <param name="FullName">With its namespace; a nested type without the type around it.</param>
/// <param name="Kind">class, struct, interface or enum.</param>
/// <param name="Bases">Its base class and interfaces.</param>
/// <param name="Members">Its members, each in one form.</param>
internal sealed record SurfaceType(string FullName, string Kind, IReadOnlyList<string> Bases, HashSet<string> Members)
{
    /// <summary>Without its namespace.</summary>
    public string Name => FullName[(FullName.LastIndexOf('.') + 1)..];

    /// <summary>What <paramref name="offered"/> has beyond <paramref name="genuine"/>: types, and members that neither the same type nor its bases have.</summary>
    public static IEnumerable<string> Beyond(IEnumerable<SurfaceType> offered, IReadOnlyCollection<SurfaceType> genuine)
    {
        foreach (var type in offered)
        {
            if (genuine.FirstOrDefault(other => other.FullName == type.FullName && other.Kind == type.Kind) is not { } match)
            {
                yield return $"{type.Kind} {type.FullName}";
                continue;
            }

            foreach (var member in type.Members.Where(member => !match.Has(member, genuine)))
            {
                yield return $"{type.FullName}: {member}";
            }
        }
    }

    // A list of an enum may leave out the numbers, where they change from version to version.
    private bool Has(string member, IReadOnlyCollection<SurfaceType> all) =>
        Members.Contains(member) || (Kind == "enum" && Members.Contains(member.Split('=')[0])) || all.Where(type => Bases.Contains(type.Name)).Any(type => type.Has(member, all));
}
