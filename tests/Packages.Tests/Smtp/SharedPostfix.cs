using Mailroom.Support.Smtp;

namespace Mailroom.Packages.Tests.Smtp;

/// <summary>The tests of this assembly that share one Postfix.</summary>
[CollectionDefinition(Name)]
public sealed class SharedPostfix : ICollectionFixture<PostfixServer>
{
    /// <summary>What the test classes say.</summary>
    public const string Name = "Postfix";
}
