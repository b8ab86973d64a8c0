using Mailroom.Support.Azurite;

namespace Mailroom.LocalHost.Tests;

/// <summary>One Azurite for all tests of this project; each test asks it for an account of its own.</summary>
[CollectionDefinition(Name)]
public sealed class SharedAzurite : ICollectionFixture<AzuriteServer>
{
    public const string Name = "Azurite";
}
