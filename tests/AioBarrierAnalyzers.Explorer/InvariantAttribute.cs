using System;

namespace AioBarrierAnalyzers.Explorer;

/// <summary>A method of a scenario that runs when all threads have ended, and sees all they did.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InvariantAttribute : Attribute;
