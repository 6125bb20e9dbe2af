/// A hub that follows stations and other hubs, and tells on what they tell.
@NullMarked
package dev.tanaw.stream.follow;

import org.jspecify.annotations.NullMarked;
