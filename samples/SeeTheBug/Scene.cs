using System;

namespace SeeTheBug;

/// <summary>A bug, with the broken and the right variant of the same thing.</summary>
/// <param name="Title">What happens, and the year of the document.</param>
/// <param name="Cause">What is wrong in the broken variant.</param>
/// <param name="Kind">What it takes to see it.</param>
/// <param name="Broken">Makes the broken variant, with so many rounds in a batch.</param>
/// <param name="Right">Makes the right one, from the reference ring.</param>
internal sealed record Scene(string Title, string Cause, BugKind Kind, Func<int, IRounds> Broken, Func<int, IRounds> Right);
