using Mailroom.Support.Azurite;

namespace Mailroom.Packages.Tests;

/// <summary>The tests of this assembly that share one Azurite.</summary>
[CollectionDefinition(Name)]
public sealed class SharedAzurite : ICollectionFixture<AzuriteServer>
{
    /// <summary>What the test classes say.</summary>
    public const string Name = "Azurite";
}
